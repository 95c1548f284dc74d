import { useState } from 'react';

/** Copies the text of a field. Without TLS there is no clipboard: then what is selected can be copied by hand. */
export function useCopy(id: string) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    const field = document.getElementById(id) as HTMLInputElement;
    field.select();
    navigator.clipboard?.writeText(field.value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return { copied, copy };
}
