/** The variable that names a proxy, where one is set. Node 20's fetch ignores it in silence, so a run has to say it. */
export function proxyVariable(environment: NodeJS.ProcessEnv): string | undefined {
  return ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].find((name) => environment[name]);
}
