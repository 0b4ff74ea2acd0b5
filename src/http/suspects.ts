import type { Sender } from "./pauses.ts";
import type { RateController, Supposition } from "./rate-controller.ts";

/** Takes back what refusals made of a host's rate, once they turn out to be about one route or one request alone. */
export interface Suspects {
  /** @param refuse tells the rate of a refusal. */
  refused(sender: Sender, rate: RateController, refuse: () => void): void;
  /** A route that is let through was not refused for itself. */
  accepted(sender: Sender): void;
  /** What a request was refused for is its route's matter, or its own. */
  acquit(sender: Sender, rate: RateController): void;
}

/** What was supposed before a route, or a request, was first refused, and how often the rate was cut for it since. */
interface Suspect {
  readonly before: Supposition;
  cuts: number;
}

export function createSuspects(): Suspects {
  const routes = new Map<string, Suspect>();
  const requests = new WeakMap<Sender, Suspect>();
  return {
    refused(sender, rate, refuse) {
      const before = rate.supposed();
      refuse();
      const cuts = rate.supposed().cuts - before.cuts;
      const ofRoute = routes.get(sender.route) ?? { before, cuts: 0 };
      const ofRequest = requests.get(sender) ?? { before, cuts: 0 };
      ofRoute.cuts += cuts;
      ofRequest.cuts += cuts;
      routes.set(sender.route, ofRoute);
      requests.set(sender, ofRequest);
    },
    accepted(sender) {
      routes.delete(sender.route);
    },
    acquit(sender, rate) {
      const suspect = routes.get(sender.route) ?? requests.get(sender);
      routes.delete(sender.route);
      requests.delete(sender);
      // Where anything else was refused meanwhile, there is a limit all the same.
      if (suspect !== undefined && rate.supposed().cuts - suspect.before.cuts === suspect.cuts)
        rate.takeUp(suspect.before);
    },
  };
}
