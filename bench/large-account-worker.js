// A Scaleway account of 100 projects with 1,000 block volumes in each of ten zones. The emulator keeps what it made up; this
// makes each page when it is asked for, so that a million volumes cost no memory beside the plugin that is measured.
import { createServer } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

const { projects: projectCount, volumesPerZone } = workerData;
const newestMs = Date.UTC(2026, 0, 1);
const projects = Array.from({ length: projectCount }, (_, index) => uuid(index + 1, 0, 0));
const zones = [];

function uuid(project, zone, volume) {
  const digits = (number, length) => number.toString(16).padStart(length, "0");
  return `${digits(project, 8)}-${digits(zone, 4)}-4000-8000-${digits(volume, 12)}`;
}

function volumeOf(projectId, zone, index) {
  const createdAt = new Date(newestMs - index * 60_000).toISOString();
  return {
    id: uuid(projects.indexOf(projectId) + 1, zones.indexOf(zone) + 1, index + 1),
    name: `web-volume-${index}`,
    type: "sbs_5k",
    size: 20_000_000_000,
    project_id: projectId,
    created_at: createdAt,
    updated_at: createdAt,
    references: [],
    parent_snapshot_id: null,
    status: "available",
    tags: ["env=prod", "team=data"],
    zone,
    specs: { perf_iops: 5000, class: "sbs" },
    last_detached_at: null,
    kms_key_id: null,
  };
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const zone = pathname.split("/")[4];
  if (!zones.includes(zone)) zones.push(zone);
  const [page, size] = [Number(searchParams.get("page")), Number(searchParams.get("page_size"))];
  const length = Math.max(0, Math.min(size, volumesPerZone - (page - 1) * size));
  const volumes = Array.from({ length }, (_, index) =>
    volumeOf(searchParams.get("project_id"), zone, (page - 1) * size + index),
  );
  response.writeHead(200, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ volumes, total_count: volumesPerZone }));
});
server.keepAliveTimeout = 120_000;
server.listen(0, "127.0.0.1", () => {
  const environment = {
    SCW_ACCESS_KEY: "SCWBENCHBENCHBENCHBE",
    SCW_SECRET_KEY: "00000000-0000-4000-8000-000000000001",
    SCW_DEFAULT_PROJECT_ID: projects[0],
    CLOUD_INVENTORY_SCALEWAY_URL: `http://127.0.0.1:${server.address().port}`,
  };
  parentPort.postMessage({ environment, projects: { scaleway: projects } });
});
parentPort.on("message", () => {
  server.close();
  server.closeAllConnections();
  parentPort.close();
});
