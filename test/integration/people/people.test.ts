import { afterAll, beforeAll, expect, it } from "vitest";
import { isSignedBy } from "../../../main/audit/audit-chain.ts";
import { createPeopleService, type PeopleService } from "../../../main/people/people-service.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let people: PeopleService;
let clock = Date.parse("2025-11-25T08:00:00.000Z");
const [first, second] = ["eight characters", "another one 12"];
beforeAll(() => {
  desk = openTestDesk();
  people = createPeopleService({ db: desk.db, now: () => new Date(clock).toISOString(), idleMinutes: async () => 5, author: async () => "键入的名字" });
});
afterAll(() => desk.close());

it("takes the typed name, unsigned, where the desk has no persons", async () => {
  expect(await people.acting("maker")).toEqual({ personId: null, name: "键入的名字" });
  expect(people.signer()).toBeNull();
});

it("begins with an administrator, who adds the others with their key open", async () => {
  await expect(people.add("李四", ["maker"], second)).rejects.toMatchObject({ code: "person.lastAdministrator" });
  const [admin] = await people.add("张三", ["administrator"], first);
  await expect(people.add("李四", ["maker"], second)).rejects.toMatchObject({ code: "person.locked" });
  await expect(people.unlock(admin?.id ?? 0, "eight  characters")).rejects.toMatchObject({ code: "person.wrongPassphrase" });
  await people.unlock(admin?.id ?? 0, first);
  expect(await people.add("李四", ["maker", "member"], second)).toHaveLength(2);
  await expect(people.add("李四", ["checker"], second)).rejects.toMatchObject({ code: "person.nameTaken" });
});

it("gives a step to a person with its role, whose key is open", async () => {
  await expect(people.acting("maker")).rejects.toMatchObject({ code: "person.roleMissing" });
  const maker = (await people.list())[1];
  await people.unlock(maker?.id ?? 0, second);
  expect(await people.acting("checker", "maker")).toEqual({ personId: maker?.id, name: "李四" });
  await expect(people.retire(maker?.id ?? 0)).rejects.toMatchObject({ code: "person.roleMissing" });
});

it("locks once nobody worked for the minutes of the setting", () => {
  clock += 4 * 60_000;
  expect(people.touch()).not.toBeNull();
  clock += 4 * 60_000;
  expect(people.session()?.name).toBe("李四");
  clock += 5 * 60_000;
  expect(people.session()).toBeNull();
  expect(people.signer()).toBeNull();
});

it("keeps past signatures verifiable when a passphrase changes and when a person is retired", async () => {
  const [admin, maker] = await people.list();
  const hash = "ab".repeat(32);
  await people.unlock(maker?.id ?? 0, second);
  const signature = people.signer()?.sign(hash) ?? "";
  await people.changePassphrase(maker?.id ?? 0, second, "a new one 1234");
  await expect(people.unlock(maker?.id ?? 0, second)).rejects.toMatchObject({ code: "person.wrongPassphrase" });
  await people.unlock(admin?.id ?? 0, first);
  await expect(people.retire(admin?.id ?? 0)).rejects.toMatchObject({ code: "person.lastAdministrator" });
  await people.retire(maker?.id ?? 0);
  await expect(people.unlock(maker?.id ?? 0, "a new one 1234")).rejects.toMatchObject({ code: "person.notFound" });
  const key = (await people.publicKeys()).get(maker?.id ?? 0) ?? "";
  expect(isSignedBy(key, hash, signature)).toBe(true);
  expect(isSignedBy(key, "cd".repeat(32), signature)).toBe(false);
});

it("stores the key under the passphrase alone", () => {
  const boxes = desk.db.raw.prepare<[], string>("SELECT key_box FROM person").pluck().all();
  for (const box of boxes) {
    expect(box).toContain('"n":65536');
    expect(box).not.toMatch(/eight|another|new one/);
  }
});
