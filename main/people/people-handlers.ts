import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { peopleFeature } from "../../shared/contract/people-channels.ts";
import type { PeopleService } from "./people-service.ts";

export const peopleHandlers = (people: PeopleService): HandlersOf<typeof peopleFeature> => ({
  "people.list": () => people.list(),
  "people.session": () => people.session(),
  "people.add": ({ name, roles, passphrase }) => people.add(name, roles, passphrase),
  "people.setRoles": ({ personId, roles }) => people.setRoles(personId, roles),
  "people.retire": ({ personId }) => people.retire(personId),
  "people.changePassphrase": ({ personId, passphrase, newPassphrase }) => people.changePassphrase(personId, passphrase, newPassphrase),
  "people.unlock": ({ personId, passphrase }) => people.unlock(personId, passphrase),
  "people.lock": () => people.lock(),
  "people.touch": () => people.touch(),
});
