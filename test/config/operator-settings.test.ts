import { expect, test } from "vitest";
import { originSetting, originTemplateSetting, readOperatorSettings } from "../../src/config/operator-settings.ts";
import { InventoryError } from "../../src/inventory/errors.ts";

test("nothing is set by default, and empty variables count as absent", () => {
  expect(readOperatorSettings({})).toEqual({});
  expect(readOperatorSettings({ CLOUD_INVENTORY_OVH_URL: "", CLOUD_INVENTORY_MAX_BODY_MIB: "" })).toEqual({});
});

test("origins are read by their names, with a final slash or without", () => {
  const settings = readOperatorSettings({
    CLOUD_INVENTORY_OVH_URL: "http://127.0.0.1:8080/",
    CLOUD_INVENTORY_SCALEWAY_URL: "https://API.example.com",
    CLOUD_INVENTORY_SCALEWAY_S3_URL: "https://s3.{region}.example.com/",
    CLOUD_INVENTORY_MAX_BODY_MIB: "0.5",
    OTHER_URL: "no origin",
  });
  expect(settings.maxBodyMebibytes).toBe(0.5);
  expect(originSetting(settings, "CLOUD_INVENTORY_OVH_URL")).toEqual(new URL("http://127.0.0.1:8080"));
  expect(originSetting(settings, "CLOUD_INVENTORY_SCALEWAY_URL")).toEqual(new URL("https://api.example.com"));
  expect(originSetting(settings, "CLOUD_INVENTORY_DATA_PLATFORM_URL")).toBeUndefined();
  const template = originTemplateSetting(settings, "CLOUD_INVENTORY_SCALEWAY_S3_URL");
  expect(template).toBe("https://s3.{region}.example.com");
});

test("a switch counts where it is set, and a folder has to be absolute", () => {
  expect(readOperatorSettings({ CLOUD_INVENTORY_COUNTRY: "on" })).toEqual({ tellsCountry: true });
  expect(readOperatorSettings({ CLOUD_INVENTORY_COUNTRY: "off", CLOUD_INVENTORY_STATE_DIR: "/var/lib/x" })).toEqual({
    tellsCountry: false,
    stateFolder: "/var/lib/x",
  });
  expect(readOperatorSettings({ CLOUD_INVENTORY_OVH_BATCHES: "off" })).toEqual({ asksInBatches: false });
  expect(() => readOperatorSettings({ CLOUD_INVENTORY_OVH_BATCHES: "no" })).toThrow(
    "CLOUD_INVENTORY_OVH_BATCHES must be on or off",
  );
  expect(() => readOperatorSettings({ CLOUD_INVENTORY_COUNTRY: "FR" })).toThrow(
    "CLOUD_INVENTORY_COUNTRY must be on or off",
  );
  expect(() => readOperatorSettings({ CLOUD_INVENTORY_STATE_DIR: "x" })).toThrow("must be an absolute path");
});

test("an API that lives in one place has no {region}", () => {
  const settings = readOperatorSettings({ CLOUD_INVENTORY_OVH_URL: "https://{region}.example.com" });
  expect(() => originSetting(settings, "CLOUD_INVENTORY_OVH_URL")).toThrow("CLOUD_INVENTORY_OVH_URL must be an origin");
});

const urls = ["CLOUD_INVENTORY_OVH_URL", "CLOUD_INVENTORY_SCALEWAY_S3_URL", "CLOUD_INVENTORY_ANY_OTHER_URL"];
const badOrigins = [
  "example.com",
  "//example.com",
  "ftp://example.com",
  "file:///etc/passwd",
  "https://example.com/v1",
  "https://example.com/?key=value",
  "https://example.com/#fragment",
  "https://user@example.com",
  "https://:password@example.com",
  "https://exa mple.com",
];
test.each(urls.flatMap((name) => badOrigins.map((value) => ({ name, value }))))(
  "$name is not $value",
  ({ name, value }) => {
    const message = `${name} must be an origin such as https://example.com, without a path`;
    expect(() => readOperatorSettings({ [name]: value })).toThrow(new InventoryError("INVALID_CONFIG", message));
  },
);

test.each(["0", "-1", "1e3", "1025", "0x10", "1,5", "NaN", "Infinity", " 1", "64 MiB"])("a size is not %j", (value) => {
  expect(() => readOperatorSettings({ CLOUD_INVENTORY_MAX_BODY_MIB: value })).toThrow(
    new InventoryError("INVALID_CONFIG", "CLOUD_INVENTORY_MAX_BODY_MIB must be a number of MiB above 0 and up to 1024"),
  );
});
