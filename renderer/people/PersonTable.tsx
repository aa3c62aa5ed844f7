import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { Person } from "../../shared/domain/people.ts";
import { formatDate } from "../../shared/format.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import type { PersonDeed } from "./person-deed.ts";

const deeds = { roles: "editRoles", passphrase: "changePassphrase", retire: "retire" } as const satisfies Record<PersonDeed, string>;
const deedNames = Object.keys(deeds) as PersonDeed[]; // the table's own keys

interface PersonTableProps {
  readonly people: readonly Person[];
  readonly onDeed: (person: Person, deed: PersonDeed) => void;
}

export function PersonTable({ people, onDeed }: PersonTableProps) {
  const { t } = useTranslation();
  const heads = ["name", "roles", "key", "added", "state", "actions"] as const;
  return (
    <ListTable aria-label={t("people.page.persons")} data-testid="person-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {t(`people.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} data-testid={`person-${person.id}`}>
            <th scope="row">{person.name}</th>
            <td>{person.roles.map((role) => t(`people.role.${role}`)).join(t("people.and"))}</td>
            <td>
              <Box component="code" sx={{ typography: "body2" }} data-selectable>
                {person.fingerprint}
              </Box>
            </td>
            <td>{formatDate(person.addedAt)}</td>
            <td>{person.retiredAt === null ? t("people.active") : t("people.retired", { date: formatDate(person.retiredAt) })}</td>
            <td>
              {person.retiredAt === null &&
                deedNames.map((deed) => (
                  <Button key={deed} size="small" onClick={() => onDeed(person, deed)} data-testid={`${deed}-${person.id}`}>
                    {t(`people.${deeds[deed]}`)}
                  </Button>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
