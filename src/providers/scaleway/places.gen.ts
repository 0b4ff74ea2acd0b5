// Written by `npm run generate`. Do not edit.

/** The regions or zones that the vendor's sources know an API in, by where the API lives. */
export const placesOfApi: Readonly<Record<string, readonly string[]>> = {
  "/apple-silicon/v1alpha1": [
    "fr-par-3"
  ],
  "/autoscaling/v1alpha2": [
    "fr-par-1",
    "fr-par-2",
    "fr-par-3"
  ],
  "/baremetal/v1": [
    "fr-par-1",
    "fr-par-2",
    "nl-ams-1",
    "nl-ams-2",
    "pl-waw-2",
    "pl-waw-3"
  ],
  "/block/v1": [
    "fr-par-1",
    "fr-par-2",
    "fr-par-3",
    "nl-ams-1",
    "nl-ams-2",
    "nl-ams-3",
    "pl-waw-1",
    "pl-waw-2",
    "pl-waw-3"
  ],
  "/cockpit/v1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/containers/v1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/datawarehouse/v1beta1": [
    "fr-par"
  ],
  "/dedibox/v1": [
    "fr-par-1",
    "fr-par-2",
    "nl-ams-1"
  ],
  "/file/v1alpha1": [
    "fr-par"
  ],
  "/flexible-ip/v1alpha1": [
    "fr-par-1",
    "fr-par-2",
    "nl-ams-1",
    "nl-ams-2",
    "pl-waw-2",
    "pl-waw-3"
  ],
  "/functions/v1beta1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/inference/v1": [
    "fr-par"
  ],
  "/instance/v1": [
    "fr-par-1",
    "fr-par-2",
    "fr-par-3",
    "nl-ams-1",
    "nl-ams-2",
    "nl-ams-3",
    "pl-waw-1",
    "pl-waw-2",
    "pl-waw-3"
  ],
  "/instance/v2alpha1": [
    "fr-par-1",
    "fr-par-2",
    "fr-par-3",
    "it-mil-1",
    "nl-ams-1",
    "nl-ams-2",
    "nl-ams-3",
    "pl-waw-1",
    "pl-waw-2",
    "pl-waw-3"
  ],
  "/interlink/v1beta1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/ipam/v1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/k8s/v1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/key-manager/v1alpha1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/lb/v1": [
    "fr-par-1",
    "fr-par-2",
    "nl-ams-1",
    "nl-ams-2",
    "nl-ams-3",
    "pl-waw-1",
    "pl-waw-2",
    "pl-waw-3"
  ],
  "/mnq/v1beta1": [
    "fr-par",
    "nl-ams"
  ],
  "/mongodb/v1": [
    "fr-par"
  ],
  "/rdb/v1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/redis/v1": [
    "fr-par-1",
    "fr-par-2",
    "nl-ams-1",
    "nl-ams-2",
    "pl-waw-1",
    "pl-waw-2"
  ],
  "/registry/v1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/s2s-vpn/v1alpha1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/secret-manager/v1beta1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/serverless-sqldb/v1alpha1": [
    "fr-par"
  ],
  "/transactional-email/v1alpha1": [
    "fr-par"
  ],
  "/vpc-gw/v2": [
    "fr-par-1",
    "fr-par-2",
    "nl-ams-1",
    "nl-ams-2",
    "nl-ams-3",
    "pl-waw-1",
    "pl-waw-2",
    "pl-waw-3"
  ],
  "/vpc/v2": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ],
  "/webhosting/v1": [
    "fr-par",
    "nl-ams",
    "pl-waw"
  ]
};
