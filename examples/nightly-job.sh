#!/usr/bin/env sh
# A scheduler's job: writes tonight's snapshot, whole or not at all, and tells apart what a scheduler has to act on. What the
# snapshot is, and how the last run ended, stands in SNAPSHOT_FILE.status.json.
# usage: examples/nightly-job.sh SNAPSHOT_FILE
command=${CLOUD_INVENTORY:-cloud-inventory}
$command discover --format ndjson --deadline 3600 --output "$1"
status=$?
case $status in
  0) echo "complete, or short of accepted gaps alone" ;;
  3) echo "a credential was refused: renew it; the earlier snapshot is as it was" ;;
  4) echo "not complete: the snapshot names the gaps" ;;
  *) echo "no new snapshot (exit status $status)" ;;
esac
exit $status
