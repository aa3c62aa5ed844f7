/** What can be done with a person. */
export type PersonDeed = "roles" | "passphrase" | "retire";
