import { expect, test } from "vitest";
import { addressEndpoint, hostEndpoints, identifier } from "../../src/listing/endpoints.ts";

test.each([
  ["https://api.example.com:6443/path", "api.example.com"],
  ["api.example.com", "api.example.com"],
  ["api.example.com:5696", "api.example.com:5696"],
])("%s is at the host %s", (place, endpoint) => {
  expect(hostEndpoints(place)).toEqual([{ type: "host", endpoint, attributes: {} }]);
});

test.each(["", null, undefined])("%j is at no host", (place) => {
  expect(hostEndpoints(place)).toEqual([]);
});

test("addresses are of their family, and ids are what they are", () => {
  const attributes = { region: "GRA" };
  expect([
    addressEndpoint("192.0.2.1"),
    addressEndpoint("2001:db8::1", attributes),
    identifier("id", attributes),
  ]).toEqual([
    { type: "inet4", endpoint: "192.0.2.1", attributes: {} },
    { type: "inet6", endpoint: "2001:db8::1", attributes },
    { type: "identifier", endpoint: "id", attributes },
  ]);
});
