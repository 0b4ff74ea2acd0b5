/** Where projects are listed, and where one is described. */
export const projectsPath = "/cloud/project";
export const projectPath = "/cloud/project/{id}";
