// Answers, only the fields we use, under the API's own names (models of me.json and services.json). Never here: a user's e-mail address, and
// the contacts of a service.
import * as z from "zod";
import { id, moment, text } from "../../../../listing/fields.ts";
import { answeredUrn } from "../../urn.ts";

/** `auth.User` */
export const LocalUser = z.object({ login: id, urn: answeredUrn, status: text, type: text, creation: moment });

/** `oauth2.client` */
export const OauthClient = z.object({ clientId: id, name: text, flow: text, identity: text, createdAt: moment });
