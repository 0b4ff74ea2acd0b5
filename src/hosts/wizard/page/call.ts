import type { Refusal, WizardCalls } from "../api.ts";

/** Makes a call that is answered at once. @throws Error with the server's sentence where it is refused. */
export async function call<Name extends keyof WizardCalls>(
  token: string,
  name: Name,
  request: WizardCalls[Name]["request"],
): Promise<WizardCalls[Name]["answer"]> {
  const response = await fetch(`/api/${name}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(request),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer as WizardCalls[Name]["answer"];
  throw new Error((answer as Refusal).error.message);
}
