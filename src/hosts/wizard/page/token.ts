const tokenPlace = "wizard-token";
const stepPlace = "wizard-step";

/**
 * The token of the page's address, which is taken out of it at once: it would stand in the browser's history. A reload finds it where this
 * tab alone keeps it; a cookie would be sent to every port of this machine (RFC 6265 section 8.5).
 */
export function takeToken(): string | undefined {
  const fragment = location.hash.slice(1);
  if (fragment !== "") {
    sessionStorage.setItem(tokenPlace, fragment);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(tokenPlace) ?? undefined;
}

/** Forgets the token: it opens nothing any more. */
export function dropToken(): void {
  sessionStorage.clear();
}

/** At which step this tab was before it was loaded again. */
export function rememberedStep(): string | undefined {
  return sessionStorage.getItem(stepPlace) ?? undefined;
}

export function rememberStep(step: string): void {
  sessionStorage.setItem(stepPlace, step);
}
