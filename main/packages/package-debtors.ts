import { DebtorRegister } from "../tapes/known/debtor-register.ts";
import { type PackageDebtors, sharedColumn } from "./loaded-package.ts";

const none = -1;

/** Whose loan one is, as the tape states it. */
interface LoanDebtor {
  readonly debtor_id: string | null;
  readonly debtor_name: string | null;
}

/** Meets the loans of a package in their order, and numbers their debtors once all were met (docs/tapes.md has the rule). */
export class DebtorNumbers {
  readonly #register = new DebtorRegister(false);
  /** Of each loan the numbers of identifier and name in the register. */
  readonly #ids: Int32Array;
  readonly #names: Int32Array;

  constructor(loanCount: number) {
    this.#ids = new Int32Array(loanCount).fill(none);
    this.#names = new Int32Array(loanCount).fill(none);
  }

  meet(loan: number, { debtor_id, debtor_name }: LoanDebtor): void {
    const id = debtor_id === null ? none : this.#register.ids.add(debtor_id);
    const name = debtor_name === null ? none : this.#register.names.add(debtor_name);
    this.#ids[loan] = id;
    this.#names[loan] = name;
    this.#register.addNumbered(id, name, loan);
  }

  /** Writes the debtor of each loan into `debtorOfLoan`. */
  number(debtorOfLoan: Uint32Array): PackageDebtors {
    const register = this.#register;
    const loanCount = debtorOfLoan.length;
    /** Of each debtor of the register its number in the package. */
    const numbers = new Int32Array(register.counts().debtors + register.names.count).fill(none);
    const [firstLoan, namedLoan, identifiedLoan] = [
      new Uint32Array(loanCount),
      new Uint32Array(loanCount).fill(loanCount),
      new Uint32Array(loanCount).fill(loanCount),
    ];
    let count = 0;
    let named = 0;
    for (let loan = 0; loan < loanCount; loan += 1) {
      const [id = none, name = none] = [this.#ids[loan], this.#names[loan]];
      const known = register.debtorOf(id, name);
      let debtor = known === none ? none : (numbers[known] ?? none);
      if (debtor === none) {
        debtor = count;
        count += 1;
        firstLoan[debtor] = loan;
        if (known !== none) {
          numbers[known] = debtor;
          named += 1;
        }
      }
      debtorOfLoan[loan] = debtor;
      if (name !== none && namedLoan[debtor] === loanCount) namedLoan[debtor] = loan;
      if (id !== none && identifiedLoan[debtor] === loanCount) identifiedLoan[debtor] = loan;
    }
    const orFirst = (loans: Uint32Array) => {
      const stated = sharedColumn.words(count);
      for (let debtor = 0; debtor < count; debtor += 1) stated[debtor] = (loans[debtor] === loanCount ? firstLoan[debtor] : loans[debtor]) ?? 0;
      return stated;
    };
    return {
      count,
      named,
      firstLoan: orFirst(firstLoan),
      namedLoan: orFirst(namedLoan),
      identifiedLoan: orFirst(identifiedLoan),
      find: (id, name) => {
        const known = register.find(id, name);
        const debtor = known === none ? none : (numbers[known] ?? none);
        return debtor === none ? null : debtor;
      },
    };
  }
}
