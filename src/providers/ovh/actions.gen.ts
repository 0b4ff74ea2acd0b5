// Written by `npm run generate`. Do not edit.

/** The actions that a GET needs, by its path; `*` stands for each place in it (OVHcloud's API schema). */
export const actionsOf: Readonly<Record<string, readonly string[]>> = {
  "/cloud/project": [
    "publicCloudProject:apiovh:get"
  ],
  "/cloud/project/*": [
    "publicCloudProject:apiovh:get"
  ],
  "/cloud/project/*/database/service": [
    "publicCloudProject:apiovh:database/service/get"
  ],
  "/cloud/project/*/database/service/*": [
    "publicCloudProject:apiovh:database/service/get"
  ],
  "/cloud/project/*/instance": [
    "publicCloudProject:apiovh:instance/get"
  ],
  "/cloud/project/*/region": [
    "publicCloudProject:apiovh:region/get"
  ],
  "/cloud/project/*/region/*": [
    "publicCloudProject:apiovh:region/get"
  ],
  "/cloud/project/*/region/*/storage": [
    "publicCloudProject:apiovh:region/storage/get"
  ],
  "/cloud/project/*/region/*/storage/*": [
    "publicCloudProject:apiovh:region/storage/get"
  ],
  "/cloud/project/*/region/*/volumeBackup": [
    "publicCloudProject:apiovh:region/volumeBackup/get"
  ],
  "/cloud/project/*/snapshot": [
    "publicCloudProject:apiovh:snapshot/get"
  ],
  "/cloud/project/*/storage": [
    "publicCloudProject:apiovh:storage/get"
  ],
  "/cloud/project/*/volume": [
    "publicCloudProject:apiovh:volume/get"
  ],
  "/cloud/project/*/volume/snapshot": [
    "publicCloudProject:apiovh:volume/snapshot/get"
  ]
};
