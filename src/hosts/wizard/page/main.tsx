import { render } from "preact";
import { App } from "./app.tsx";
import { NoToken } from "./parts/no-token.tsx";
import { takeToken } from "./token.ts";

const place = document.getElementById("wizard");
const token = takeToken();
if (place !== null) render(token === undefined ? <NoToken /> : <App token={token} />, place);
// A link that is opened in a tab with this page changes the fragment alone, which loads nothing.
addEventListener("hashchange", () => location.reload());
