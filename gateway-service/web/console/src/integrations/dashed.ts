type Dashed<S extends string> = S extends `${infer A}.${infer B}` ? `${A}-${B}` : S;

/** Names of texts have no dots in them. */
export const dashed = <S extends string>(name: S) => name.replace('.', '-') as Dashed<S>;
