import { expect, test } from "vitest";
import { ProjectStates } from "../../src/providers/ovh/products/project/answers.ts";
import { ProjectState } from "../../src/providers/scaleway/products/account/answers.ts";

test.each([7, null, {}, undefined])("an odd name (%o) costs nothing else of a project", (name) => {
  expect(ProjectState.parse({ id: "p", name, status: "active" })).toMatchObject({ id: "p", status: "active" });
  const { status } = ProjectStates.parse({ projectName: name, description: name, status: "ok" });
  expect(status).toBe("ok");
});
