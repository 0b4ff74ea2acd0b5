import { authRoutes } from "./auth-routes.ts";
import { publicCloudRoutes } from "./public-cloud-routes.ts";
import type { OvhRoute } from "./route.ts";

/** Everything of OVHcloud's API that the emulator answers. */
export const ovhRoutes: readonly OvhRoute[] = [...authRoutes, ...publicCloudRoutes];
