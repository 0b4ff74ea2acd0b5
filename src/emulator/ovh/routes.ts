import { accountRoutes } from "./account-routes.ts";
import { authRoutes } from "./auth-routes.ts";
import { iamRoutes } from "./iam-routes.ts";
import { publicCloudRoutes } from "./public-cloud-routes.ts";
import type { OvhRoute } from "./route.ts";

/** Everything of OVHcloud's API that the emulator answers. */
export const ovhRoutes: readonly OvhRoute[] = [...authRoutes, ...accountRoutes, ...publicCloudRoutes, ...iamRoutes];
