/** Where a project is described. */
export const projectPath = "/account/v3/projects/{project}";
