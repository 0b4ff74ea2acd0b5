/**
 * Imported first, for its effect: standard output is the protocol's, and one stray byte on it ends the connection
 * (PlakarKorp/go-inventory-sdk, sdk/client/connect.go). Whatever a dependency prints from now on goes to standard error.
 *
 * The stream is taken hold of even where nobody prints: code that kept a reference to it is caught as well.
 */
const { stdout, stderr } = process;
stdout.write = stderr.write.bind(stderr);
stdout.end = () => stdout;
// Node prints its warnings as text, into a log of JSON lines; those that come once the log is there are lines of it.
process.removeAllListeners("warning");
// A control plane that has closed its log is no reason to stop.
stderr.on("error", () => {});
