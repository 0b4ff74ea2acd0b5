import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFleet } from "cloud-inventory-plugin/fleet";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import * as z from "zod";
import { listenAddress } from "../src/operations/listen-address.ts";
import { readLine } from "./command-line.ts";
import { tools } from "./tools.ts";

const folder = join(import.meta.dirname, "../deploy/kubernetes");

const Probe = z.object({ httpGet: z.object({ path: z.enum(["/healthz", "/readyz"]), port: z.string() }) });
const Named = z.object({ name: z.string() });
const Container = z.object({
  name: z.string(),
  image: z.string(),
  args: z.array(z.string()),
  env: z.array(z.object({ name: z.string(), value: z.string().optional() })),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  startupProbe: Probe.optional(),
  livenessProbe: Probe.optional(),
  readinessProbe: Probe.optional(),
  resources: z.object({
    requests: z.object({ cpu: z.string(), memory: z.string() }),
    limits: z.object({ memory: z.string() }),
  }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal("ALL")]) }),
  }),
  volumeMounts: z
    .array(z.object({ name: z.string(), mountPath: z.string(), readOnly: z.boolean().optional() }))
    .default([]),
});
const Volume = z.object({
  name: z.string(),
  configMap: Named.optional(),
  secret: z.object({ secretName: z.string() }).optional(),
  emptyDir: z.object({ sizeLimit: z.string() }).optional(),
});
const Pod = z.object({
  metadata: z.object({
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.object({
    automountServiceAccountToken: z.literal(false),
    securityContext: z.object({
      runAsNonRoot: z.literal(true),
      runAsUser: z.number().min(1),
      seccompProfile: z.object({ type: z.literal("RuntimeDefault") }),
    }),
    containers: z.tuple([Container]),
    volumes: z.array(Volume).default([]),
  }),
});
const Deployment = z.object({
  kind: z.literal("Deployment"),
  spec: z.object({ selector: z.object({ matchLabels: z.record(z.string(), z.string()) }), template: Pod }),
});
const CronJob = z.object({
  kind: z.literal("CronJob"),
  spec: z.object({
    schedule: z.string(),
    timeZone: z.string(),
    jobTemplate: z.object({ spec: z.object({ template: Pod }) }),
  }),
});
const Kustomization = z.object({
  resources: z.array(z.string()),
  images: z.tuple([Named]),
  configMapGenerator: z.tuple([z.object({ name: z.string(), files: z.array(z.string()) })]),
});

const documentsIn = (text: string): unknown[] => parseAllDocuments(text).map((document) => document.toJS());
const readDocument = (file: string): unknown => documentsIn(readFileSync(join(folder, file), "utf8"))[0];

const kustomization = Kustomization.parse(readDocument("kustomization.yaml"));
const worker = Deployment.parse(readDocument("worker.yaml"));
const enqueue = CronJob.parse(readDocument("enqueue.yaml"));
const prune = CronJob.parse(readDocument("prune.yaml"));
const readers = { worker: worker.spec.template, enqueue: enqueue.spec.jobTemplate.spec.template };
const pods = { ...readers, prune: prune.spec.jobTemplate.spec.template };

describe.each(Object.entries(pods))("the pod of %s", (word, { spec }) => {
  const [container] = spec.containers;

  it("runs a word with options that exist", async () => {
    expect(await readLine(container.args)).toEqual({ word, code: 0, said: "" });
  });

  it("has the image that is renamed, and mounts what is there", () => {
    expect(container.image).toBe(kustomization.images[0].name);
    const volumes = spec.volumes.map(({ name }) => name).toSorted();
    expect(container.volumeMounts.map(({ name }) => name).toSorted()).toEqual(volumes);
    const maps = spec.volumes.flatMap(({ configMap }) => (configMap === undefined ? [] : [configMap.name]));
    expect(maps).toEqual(word in readers ? [kustomization.configMapGenerator[0].name] : []);
  });

  it("takes the database by reference, and writes to volumes alone", () => {
    expect(container.env.find(({ name }) => name === "DATABASE_URL")).toEqual({ name: "DATABASE_URL" });
    const writable = container.volumeMounts
      .filter(({ readOnly = false }) => !readOnly)
      .map(({ mountPath }) => mountPath);
    expect(writable).toEqual(word === "worker" ? ["/tmp"] : []);
  });
});

it.each(Object.entries(readers))("the pod of %s reads the list that is mounted", (_word, { spec }) => {
  const [container] = spec.containers;
  const [, list = ""] = container.args;
  const mount = container.volumeMounts.find(({ name }) => name === "fleet");
  expect(kustomization.configMapGenerator[0].files.map((file) => `${mount?.mountPath}/${file}`)).toEqual([list]);
});

it("the worker is asked where it listens", () => {
  const [container] = pods.worker.spec.containers;
  const text = container.args.find((arg) => arg.startsWith("--listen="))?.slice("--listen=".length) ?? "";
  const { host, port } = listenAddress(text);
  expect(host).toBe("0.0.0.0");
  expect(container.ports).toEqual([{ name: "http", containerPort: port }]);
  expect(pods.worker.metadata.annotations?.["prometheus.io/port"]).toBe(`${port}`);
  const { startupProbe, livenessProbe, readinessProbe } = container;
  expect([startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet)).toEqual([
    { path: "/healthz", port: "http" },
    { path: "/healthz", port: "http" },
    { path: "/readyz", port: "http" },
  ]);
});

it("the fleet can be read, and points to secrets that are mounted", async () => {
  const { entries, refused } = await readFleet(join(folder, "fleet.yaml"));
  expect(refused).toEqual([]);
  const mount = pods.worker.spec.containers[0].volumeMounts.find(({ name }) => name === "customers");
  const references = entries.flatMap(({ config }) => Object.values(config)).filter((value) => value.includes(":"));
  expect(references.length).toBeGreaterThan(0);
  for (const reference of references) expect(reference.startsWith(`file:${mount?.mountPath}/`), reference).toBe(true);
});

it("every file is part of the kustomization", () => {
  const [{ files }] = kustomization.configMapGenerator;
  expect(["kustomization.yaml", ...kustomization.resources, ...files].toSorted()).toEqual(
    readdirSync(folder).toSorted(),
  );
});

it.skipIf(!tools.kubectl)("kubectl kustomize renders it", () => {
  const { status, stdout, stderr } = spawnSync("kubectl", ["kustomize", folder], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const rendered = documentsIn(stdout);
  expect(rendered.map((document) => z.object({ kind: z.string() }).parse(document).kind)).toEqual([
    "ConfigMap",
    "Deployment",
    "CronJob",
    "CronJob",
  ]);
  const { metadata } = z.object({ metadata: Named }).parse(rendered[0]);
  const { selector, template } = Deployment.parse(rendered[1]).spec;
  const nightly = rendered.slice(2).map((document) => CronJob.parse(document).spec.jobTemplate.spec.template);
  expect(Object.entries(template.metadata.labels)).toEqual(
    expect.arrayContaining(Object.entries(selector.matchLabels)),
  );
  for (const { spec } of [template, ...nightly]) {
    const [{ image, args }] = spec.containers;
    expect(image).toBe("registry.example/cloud-inventory-fleet:0.1.0");
    const list = spec.volumes.find(({ name }) => name === "fleet")?.configMap;
    expect(list).toEqual(args[0] === "prune" ? undefined : { name: metadata.name });
  }
});
