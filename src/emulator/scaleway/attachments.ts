import type { ScalewayPlace } from "./place.ts";

/*
 * Who holds which volume. Where a place has both kinds of volume, servers with an even number boot from a local
 * volume and the others from a block volume; where it has one kind, each server boots from the volume of its number.
 * Volumes beyond the servers are attached to nothing.
 */

interface Holding {
  readonly volumes: number;
  readonly stride: 1 | 2;
  readonly offset: 0 | 1;
}

function localHolding(place: ScalewayPlace): Holding {
  const isShared = place.count("scaleway.block.volume") > 0;
  return { volumes: place.count("scaleway.instance.volume"), stride: isShared ? 2 : 1, offset: 0 };
}

function blockHolding(place: ScalewayPlace): Holding {
  const isShared = place.count("scaleway.instance.volume") > 0;
  return { volumes: place.count("scaleway.block.volume"), stride: isShared ? 2 : 1, offset: isShared ? 1 : 0 };
}

function volumeOf(server: number, { volumes, stride, offset }: Holding): number | undefined {
  const volume = (server - offset) / stride;
  return Number.isInteger(volume) && volume >= 0 && volume < volumes ? volume : undefined;
}

function serverOf(volume: number, { stride, offset }: Holding, servers: number): number | undefined {
  const server = volume * stride + offset;
  return server < servers ? server : undefined;
}

/** The number of the local volume that a server boots from. */
export function localVolumeOf(place: ScalewayPlace, server: number): number | undefined {
  return volumeOf(server, localHolding(place));
}

/** The number of the block volume that a server boots from. */
export function blockVolumeOf(place: ScalewayPlace, server: number): number | undefined {
  return volumeOf(server, blockHolding(place));
}

/** The number of the server that boots from a local volume. */
export function holderOfLocal(place: ScalewayPlace, volume: number): number | undefined {
  return serverOf(volume, localHolding(place), place.count("scaleway.instance.server"));
}

/** The number of the server that boots from a block volume. */
export function holderOfBlock(place: ScalewayPlace, volume: number): number | undefined {
  return serverOf(volume, blockHolding(place), place.count("scaleway.instance.server"));
}
