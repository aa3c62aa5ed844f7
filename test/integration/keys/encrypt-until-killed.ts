import { readFileSync, writeSync } from "node:fs";
import type { EncryptOrder } from "../../../main/keys/encryption-service.ts";
import { encryptClosed } from "./encrypted.ts";

/*
 * encrypt-until-killed.ts FILE ORDER
 *
 * Encrypts a desk as the app does, by an order that a test wrote down.
 */
const [, , file = "", orderFile = ""] = process.argv;
const { key, keyFile } = JSON.parse(readFileSync(orderFile, "utf8")) as { key: string; keyFile: EncryptOrder["keyFile"] };
writeSync(1, "begins\n");
await encryptClosed(file, { key: Buffer.from(key, "hex"), keyFile });
writeSync(1, "ended\n");
