import type { handleUnaryCall, UntypedHandleCall } from "@grpc/grpc-js";
import { Server, status } from "@grpc/grpc-js";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { followCall } from "./call-time.ts";
import type { Options } from "./defaults.ts";
import type { IdleExit } from "./idle-exit.ts";
import { type ListCall, streamInventory } from "./list.ts";
import { decodeEmpty, decodeInitRequest, type Empty, encodeEmpty, encodeListResponse } from "./messages.ts";
import { keepMessagesInFlight } from "./messages-in-flight.ts";
import { type OpenInventory, openInventory, type Surroundings } from "./open-inventory.ts";
import { failedPrecondition, statusOf } from "./status.ts";

export interface ServiceOptions extends Surroundings {
  readonly definition: Promise<ProviderDefinition>;
  readonly idleExit: IdleExit;
}

/** The service `inventory.Inventory`: Init, then List as often as wanted, then Close. */
export function createService({ definition, idleExit, ...surroundings }: ServiceOptions): Server {
  const { log } = surroundings;
  let inventory: OpenInventory | undefined;

  const init: handleUnaryCall<Options, Empty> = async (call, answer) => {
    idleExit.disarm();
    const { signal, release } = followCall(call);
    try {
      inventory = undefined;
      inventory = await openInventory(await definition, call.request, surroundings, signal);
      answer(null, {});
    } catch (thrown) {
      const { code, details, check } = statusOf(thrown);
      log("init.refused", { status: status[code], reason: details, check });
      idleExit.arm();
      answer({ code, details });
    } finally {
      release();
    }
  };
  const list = async (call: ListCall): Promise<void> => {
    idleExit.disarm();
    if (inventory !== undefined) return streamInventory(call, inventory, log);
    idleExit.arm();
    call.emit("error", failedPrecondition("List needs a successful Init first"));
  };
  const close: handleUnaryCall<Empty, Empty> = (_call, answer) => {
    idleExit.disarm();
    answer(null, {});
  };

  const server = new Server({ "grpc.enable_channelz": 0, interceptors: [keepMessagesInFlight] });
  const register = server.register.bind(server);
  register("/inventory.Inventory/Init", init as UntypedHandleCall, encodeEmpty, decodeInitRequest, "unary");
  register("/inventory.Inventory/List", list, encodeListResponse, decodeEmpty, "serverStream");
  register("/inventory.Inventory/Close", close as UntypedHandleCall, encodeEmpty, decodeEmpty, "unary");
  return server;
}
