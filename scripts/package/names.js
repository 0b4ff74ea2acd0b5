// What the control plane's own packages of these names hold beside their inventory, as far as its documentation tells
// (PlakarKorp/plakar.io, content/docs/control-plane). A package of ours that takes the name replaces them whole.
const alsoHeld = {
  ovh: "the secret provider of OVHcloud",
  scaleway: "the importers and exporters of Scaleway's instances, block volumes and secrets, and its secret provider",
};

/**
 * The name of our package of an inventory. A second package of one name is refused (PlakarKorp/pkg, manager.go), and the
 * control plane's own are called after their cloud: `scaleway`, `scaleway-inventory`, `scaleway-instance`, `secret-scaleway`
 * (PlakarKorp/hub). Ours begin with this project's name, which is also the protocol of their connector.
 */
export function packageName({ protocols }) {
  return protocols[0];
}

/** The name of the official package for an inventory; undefined where there is none. */
export function officialName(id) {
  return Object.hasOwn(alsoHeld, id) ? id : undefined;
}

/** What the user loses by a package that takes an official name. */
export function lossOf(name) {
  return `installing ${name} replaces the official package of that name, and with it removes ${alsoHeld[name]}`;
}
