import styles from './Routing.module.css';

type ChoicesProps<T extends string> = {
  /** Under which the choices belong together in their form. */
  name: string;
  choices: readonly { readonly value: T; readonly label: string; readonly hint: string }[];
  chosen: T;
  onChoose: (value: T) => void;
};

/** One of several, each with a line that says what it means. */
export function Choices<T extends string>({ name, choices, chosen, onChoose }: ChoicesProps<T>) {
  return choices.map(({ value, label, hint }) => (
    <label key={value} className={styles.choice}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={chosen === value}
        onChange={() => onChoose(value)}
      />
      <span>
        <span className={styles.choiceName}>{label}</span>
        <span className={styles.note}>{hint}</span>
      </span>
    </label>
  ));
}
