import { expect, test } from "vitest";
import { routeOf } from "../../src/http/route.ts";

const routeOfPath = (path: string) => routeOf({ method: "GET", url: new URL(path, "https://api.test") });

test.each([
  [
    "/1.0/cloud/project/0a1b2c3d4e5f60718293a4b5c6d7e8f9/region/GRA11/instance?x=1",
    "/1.0/cloud/project/*/region/GRA11/instance",
  ],
  [
    "/1.0/cloud/project/0a1b2c3d4e5f60718293a4b5c6d7e8f9/instance/6B9F0C1E-5d3a-4f6e-9a1b-0123456789ab",
    "/1.0/cloud/project/*/instance/*",
  ],
  ["/1.0/vps/vps-1a2b.vps.ovh.net", "/1.0/vps/*"],
  ["/1.0/me/order/12345", "/1.0/me/order/*"],
  ["/block/v1alpha1/zones/fr-par-1/volumes?page=2", "/block/v1alpha1/zones/fr-par-1/volumes"],
  // No telling that this is the name of a bucket: a narrower route.
  ["/1.0/storage/my-bucket", "/1.0/storage/my-bucket"],
  ["/", "/"],
])("%s is of the route %s", (path, route) => {
  expect(routeOfPath(path)).toBe(`GET https://api.test${route}`);
});

test("two places of one API are two routes", () => {
  expect(routeOf({ method: "GET", url: new URL("https://s3.one.test/") })).not.toBe(
    routeOf({ method: "GET", url: new URL("https://s3.two.test/") }),
  );
});
