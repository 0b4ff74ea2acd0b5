import { texts } from "../texts.ts";
import { Message } from "./message.tsx";

export function NoToken() {
  const { heading, text, why } = texts.noToken;
  return <Message heading={heading} text={text} more={why} />;
}
