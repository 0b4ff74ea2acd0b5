import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { pagesInChromium } from "../chromium.ts";
import { chooseWay, heading, openWizard, pressOn, tabTo, typeInto } from "./open-page.ts";

const openPage = pagesInChromium();

type Keys = Readonly<Record<string, string>>;

const ovhLabels = {
  application_key: "Application key",
  application_secret: "Application secret",
  consumer_key: "Consumer key",
};
const scalewayLabels = { scw_access_key: "Access key", scw_secret_key: "Secret key" };
const ovh = { application_key: "AbCdEfGh01234567", application_secret: "sEcReT7890123456sEcReT7890123456" };
const scaleway = { scw_access_key: "SCW0123456789ABCDEFG", scw_secret_key: "01234567-89ab-4cde-8f01-23456789abcd" };

interface Mistake {
  readonly mistake: string;
  readonly provider?: "OVHcloud" | "Scaleway";
  /** What is typed into which field, by the key of the config. */
  readonly typed?: Keys;
  readonly pasted?: string;
  readonly sentence: string | RegExp;
}

/** What is seen while keys are typed or pasted, without asking anybody. */
const seenAtOnce: readonly Mistake[] = [
  {
    mistake: "OVHcloud's key and secret swapped",
    typed: { application_key: ovh.application_secret, application_secret: ovh.application_key },
    sentence: /Application key looks like the application secret \(32 characters\)\. Swapped with Application secret\?/,
  },
  {
    mistake: "Scaleway's keys swapped",
    provider: "Scaleway",
    typed: { scw_access_key: scaleway.scw_secret_key, scw_secret_key: scaleway.scw_access_key },
    sentence: /Access key .*it looks like the secret key \(a UUID\): swapped with Secret key\?/,
  },
  {
    mistake: "a key cut off",
    typed: { application_secret: ovh.application_secret.slice(0, 27) },
    sentence: "Application secret has 27 characters, and all that are known have 32. It seems to be cut off",
  },
  {
    mistake: "Scaleway's secret key cut off",
    provider: "Scaleway",
    typed: { scw_secret_key: scaleway.scw_secret_key.slice(0, 30) },
    sentence: /Secret key .*it looks like a UUID that was cut off\./,
  },
  {
    mistake: "dots in place of a secret",
    typed: { application_secret: "••••••••••••" },
    sentence: "Application secret is what a page shows in place of the value.",
  },
  {
    mistake: "two families mixed",
    pasted: `OVH_APPLICATION_KEY=${ovh.application_key}\nOVH_APPLICATION_SECRET=${ovh.application_secret}\nOVH_CLIENT_ID=EU.0123456789abcdef\n`,
    sentence: /exclude each other\. Keep the keys of one kind/,
  },
  {
    mistake: "the other cloud's key, typed",
    typed: { application_key: scaleway.scw_secret_key },
    sentence: /Application key .*it looks like an id or a secret key of Scaleway \(a UUID\)\./,
  },
  {
    mistake: "the other cloud's keys, pasted",
    pasted: `SCW_ACCESS_KEY=${scaleway.scw_access_key}\nSCW_SECRET_KEY=${scaleway.scw_secret_key}\n`,
    sentence: "The text holds keys of Scaleway, not of OVHcloud. Choose Scaleway, or paste the keys of OVHcloud.",
  },
  {
    mistake: "a kind that there is not",
    pasted: `OVH_APPLICATION_KEY=${ovh.application_key}\nkinds=ovh.cloud.volumes\n`,
    sentence: /^Kinds names a kind that is not there\./,
  },
  { mistake: "a text without any key", pasted: "lorem ipsum", sentence: /^No key of OVHcloud was found in the text\./ },
];

describe("a mistake that is made with the keys", () => {
  it.for(seenAtOnce)("is said in words at once: $mistake", async (mistake, context) => {
    const { provider = "OVHcloud", typed = {}, pasted, sentence } = mistake;
    const { page } = await openWizard(openPage, context);
    await chooseWay(page, provider, provider === "OVHcloud" ? /^API keys/ : /^API key/);
    await typeKeys(page, typed);
    if (pasted !== undefined) await paste(page, pasted);
    await page.getByText(sentence).first().waitFor();
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await page.getByText("Some keys are missing or wrong").waitFor();
  });

  it("is another place than the account's", async (context) => {
    const { page } = await openWizard(openPage, context);
    await chooseWay(page, "OVHcloud", /^Service account/);
    await typeInto(page.getByLabel("Client id", { exact: true }), "CA.0123456789abcdef");
    await page.getByText("Client id looks like one of ovh-ca, and ovh-eu is chosen.").waitFor();
  });

  it.for([
    ["blanks", (text: string) => `  ${text} `],
    ["quotes", (text: string) => `"${text}"`],
  ] as const)("is none where a key is typed with %s around it", async ([, around], context) => {
    const { page, emulator } = await openWizard(openPage, context);
    await chooseWay(page, "OVHcloud", /^API keys/);
    await typeKeys(page, ovhKeys(emulator, around));
    await page.getByText("All keys are entered.").waitFor();
  });

  it("is none where the lines of a pasted text end as on another system", async (context) => {
    const { page, emulator } = await openWizard(openPage, context);
    await chooseWay(page, "OVHcloud", /^API keys/);
    const lines = Object.entries(ovhKeys(emulator)).map(
      ([key, value]) => `export OVH_${key.toUpperCase()}="${value}" \r\n`,
    );
    await paste(page, lines.join(""));
    await page.getByText("All keys are entered.").waitFor();
    expect(await page.getByLabel("Paste all at once").inputValue()).toBe("");
  });
});

interface Credential {
  readonly what: string;
  readonly emulated: EmulatorOptions;
  readonly sentence: RegExp;
}

/** What the provider tells of a credential. */
const toldByProvider: readonly Credential[] = [
  {
    what: "was never approved",
    emulated: { ovhCredential: { status: "pendingValidation" } },
    sentence: /not (been )?(approved|validated)|validat|approv/i,
  },
  {
    what: "has ended",
    emulated: { ovhCredential: { status: "expired", expiration: "2020-01-01T00:00:00Z" } },
    sentence: /expired|ended/i,
  },
  {
    what: "is bound to another address",
    emulated: { ovhCredential: { allowedIPs: ["192.0.2.1/32"] } },
    sentence: /192\.0\.2\.1/,
  },
  { what: "reads too much", emulated: {}, sentence: /The key reads the whole account: "GET \/\*"/ },
];

describe("a key that", () => {
  it.for(toldByProvider)("$what is told by the check", async ({ emulated, sentence }, context) => {
    const { page, emulator } = await openWizard(openPage, context, { emulated });
    await chooseWay(page, "OVHcloud", /^API keys/);
    await typeKeys(page, ovhKeys(emulator));
    await page.getByText("All keys are entered.").waitFor();
    await pressOn(page.getByRole("button", { name: "Continue: Check" }));
    await heading(page, "Check the credential");
    await page.locator(".check.fail, .check.warn, [role=alert] .box").filter({ hasText: sentence }).first().waitFor();
  });
});

describe("a choice that", () => {
  it("names a project by its name, or a kind that is not there, is said in words", async (context) => {
    const { page, emulator } = await openWizard(openPage, context, {
      emulated: {
        ovhRules: [
          { method: "GET", path: "/me" },
          { method: "GET", path: "/vps*" },
        ],
      },
    });
    await chooseWay(page, "OVHcloud", /^API keys/);
    await typeKeys(page, ovhKeys(emulator));
    await page.getByText("All keys are entered.").waitFor();
    await pressOn(page.getByRole("button", { name: "4 Choose" }));
    await heading(page, "Choose what is read");
    await typeInto(page.getByLabel("Public Cloud projects", { exact: true }), "production");
    await page.getByText("must hold project ids of 32 hexadecimal characters, not names").first().waitFor();
    await pressOn(page.getByRole("button", { name: "Forget Public Cloud projects" }));
    await pressOn(page.getByText("Advanced settings"));
    await typeInto(page.getByLabel("Accepted gaps", { exact: true }), "ovh.nothing");
    await page
      .getByText(/Accepted gaps .*kind/)
      .first()
      .waitFor();
  });
});

async function typeKeys(page: Page, keys: Keys): Promise<void> {
  const labels: Keys = { ...ovhLabels, ...scalewayLabels };
  for (const [key, value] of Object.entries(keys)) {
    await typeInto(page.getByLabel(labels[key] ?? key, { exact: true }), value);
  }
}

async function paste(page: Page, text: string): Promise<void> {
  await tabTo(page.getByLabel("Paste all at once"));
  await page.keyboard.insertText(text);
  await pressOn(page.getByRole("button", { name: "Take over" }));
}

function ovhKeys({ credentials }: Emulator, around = (text: string) => text): Keys {
  const keys = credentials.ovhApplication;
  return Object.fromEntries(
    (["application_key", "application_secret", "consumer_key"] as const).map((key) => [key, around(keys[key])]),
  );
}
