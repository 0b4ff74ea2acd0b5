// What is measured, and the bound of each figure. A bound that is not there is only printed.
import { logNormal } from "./latency.js";
import { ofOrganization, ovhProjects, ovhSweep, scalewayServers, scalewayVolumes, sweep } from "./works.js";

const seed = 12;

/** Latencies by name, in milliseconds of a request. */
export const latencies = {
  "50 ms": () => 50,
  "300 ms": () => 300,
  "log-normal, median 0.3 s, p99 3 s": logNormal(300, 3000, seed),
};
const longTail = "log-normal, median 0.3 s, p99 3 s";

const tokens = (perSecond, more = {}) => ({ limit: { type: "tokens", perSecond, ...more } });
const perMinute = tokens(1, { burst: 1 });
const sliding = { limit: { type: "sliding-span", requests: 60, seconds: 60 } };
const clockSecond = { limit: { type: "clock-spans", requests: 100, seconds: 1 } };
const changing = (from, to) => tokens(from, { change: { afterSeconds: 15, perSecond: to } });

const pages100 = scalewayVolumes(1, 990);
const oneZone = scalewayServers(1, 9990, 1);

/**
 * Bounds: `ratio` to the floor, `refused` requests or their `share`, `requests` in all, `tries` of one request, `ofAllowed` ratio to
 * what start, growth and ceiling of the rate allow, `peer` ratio to the fastest client that found everything, `peerRequests` ratio to
 * the requests of the most frugal one.
 */
export const lines = [
  { name: "60/min, 21 requests", work: ovhProjects(10), server: perMinute, bounds: { ratio: 1.45, refused: 4 } },
  {
    name: "60/min, 21 requests",
    latency: "300 ms",
    work: ovhProjects(10),
    server: perMinute,
    bounds: { ratio: 1.45, refused: 4 },
  },
  { name: "60/min, 361 requests", work: ovhProjects(180), server: perMinute, bounds: { ratio: 1.2, share: 0.05 } },
  { name: "2/s, 21 requests", work: ovhProjects(10), server: tokens(2), bounds: { ratio: 1.25, refused: 4 } },
  {
    name: "2/s, 21 requests",
    latency: "300 ms",
    work: ovhProjects(10),
    server: tokens(2),
    bounds: { ratio: 1.25, refused: 4 },
  },
  { name: "10/s, 100 requests", work: pages100, server: tokens(10), bounds: { ratio: 1.1, refused: 5 } },
  {
    name: "10/s with Retry-After, 100 requests",
    work: pages100,
    server: { ...tokens(10), retryAfterSeconds: 1 },
    bounds: { ratio: 1.25, refused: 5 },
  },
  {
    name: "10/s, 100 requests",
    latency: "300 ms",
    work: pages100,
    server: tokens(10),
    bounds: { ratio: 1.1, refused: 5 },
  },
  {
    name: "10/s, 10,000 requests",
    work: scalewayVolumes(1000, 1),
    server: tokens(10),
    bounds: { ratio: 1.03, share: 0.01 },
  },
  {
    name: "100 a clock second, 10,000 requests",
    work: scalewayVolumes(1000, 1),
    server: clockSecond,
    bounds: { ratio: 1.2, share: 0.01 },
  },
  {
    name: "60 in any 60 s, 361 requests",
    work: ovhProjects(180),
    server: sliding,
    bounds: { ratio: 1.1, share: 0.12 },
  },
  {
    name: "20/s, from 15 s on 5/s, 1,001 requests",
    work: ovhProjects(500),
    server: changing(20, 5),
    bounds: { ratio: 1.1 },
  },
  {
    name: "5/s, from 15 s on 20/s, 1,001 requests",
    work: ovhProjects(500),
    server: changing(5, 20),
    bounds: { ratio: 1.6 },
  },
  {
    name: "second run, 60/min, 21 requests",
    isSecond: true,
    work: ovhProjects(10),
    server: perMinute,
    bounds: { ratio: 1.2, refused: 3 },
  },
  {
    name: "second run, 2/s, 21 requests",
    isSecond: true,
    work: ovhProjects(10),
    server: tokens(2),
    bounds: { ratio: 1.2, refused: 3 },
  },
  {
    name: "second run, 10/s, 100 requests",
    isSecond: true,
    work: pages100,
    server: tokens(10),
    bounds: { ratio: 1.2, refused: 3 },
  },
  {
    name: "second run, 10,000 servers in one zone",
    isSecond: true,
    latency: longTail,
    work: oneZone,
    bounds: { ratio: 1.25 },
  },
  { name: "no limit, cold, 100 requests", work: pages100, bounds: { ofAllowed: 1.1 } },
  { name: "no limit, cold, 1,000 requests", work: scalewayVolumes(100, 1), bounds: { ofAllowed: 1.1 } },
  { name: "10,000 servers in one zone", work: oneZone, bounds: { ofAllowed: 1.1 } },
  { name: "10,000 servers in one zone", latency: longTail, work: oneZone, bounds: {} },
  {
    name: "10,000 servers in one zone, caps lifted by hand",
    work: oneZone,
    settings: { max_requests_per_minute: "0", max_in_flight: "100" },
    bounds: { peer: 1 },
  },
  {
    name: "10,000 servers in one zone, caps lifted by hand",
    latency: longTail,
    work: oneZone,
    settings: { max_requests_per_minute: "0", max_in_flight: "100" },
    bounds: { peer: 1 },
  },
  {
    name: "10,000 volumes in ten zones, caps lifted by hand",
    work: pages100,
    settings: { max_requests_per_minute: "0", max_in_flight: "100" },
    bounds: { peer: 1 },
  },
  {
    name: "OVHcloud 21 requests, caps lifted by hand",
    work: ovhProjects(10),
    settings: { max_requests_per_minute: "0", max_in_flight: "100" },
    bounds: { peer: 1 },
  },
  {
    name: "403 as throttling, 10/s, 10,000 servers",
    work: scalewayServers(1, 990),
    server: { ...tokens(10), tooSoonStatus: 403 },
    bounds: { tries: 3 },
  },
  {
    name: "403 as throttling, 10/s, 10,000 requests",
    work: scalewayServers(1000, 1),
    server: { ...tokens(10), tooSoonStatus: 403 },
    bounds: { tries: 3 },
  },
  { name: "default sweep, 10 projects x 15 regions", work: ovhSweep(10, 15), bounds: {} },
  {
    name: "servers of an organization of 100 projects",
    work: ofOrganization(scalewayServers(100, 10)),
    bounds: { peerRequests: 1.2 },
  },
  { name: "sweep of the default kinds, 3 projects", work: sweep("ovh", false), bounds: { ofAllowed: 1.25 } },
  { name: "sweep of the default kinds, 3 projects", work: sweep("scaleway", false), bounds: { ofAllowed: 1.25 } },
  { name: "full sweep of every kind, 3 projects", work: sweep("ovh", true), bounds: { ofAllowed: 1.25 } },
  { name: "full sweep of every kind, 3 projects", work: sweep("scaleway", true), bounds: { ofAllowed: 1.25 } },
  { name: "default sweep, 1,000 projects x 15 regions", work: ovhSweep(1000, 15), bounds: {} },
].map((line) => ({ latency: "50 ms", server: {}, runs: runsOf(line), ...line }));

/** Small works under a limit are read with several seeds: one refusal more or less is a large part of them. */
function runsOf({ work: { requests = 1000 }, server }) {
  return server !== undefined && requests < 400 ? 5 : 1;
}
