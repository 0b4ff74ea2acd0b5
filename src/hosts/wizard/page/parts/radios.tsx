import { useId } from "preact/hooks";

export interface RadioOption {
  readonly value: string;
  readonly title: string;
  readonly hint?: string;
}

interface RadiosProps {
  readonly legend: string;
  readonly options: readonly RadioOption[];
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** A choice of one. */
export function Radios({ legend, options, value, onChoose }: RadiosProps) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map((option) => (
        <div key={option.value} class="choice">
          <input
            type="radio"
            id={`${name}-${option.value}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-describedby={option.hint === undefined ? undefined : `${name}-${option.value}-hint`}
            onChange={() => onChoose(option.value)}
          />
          <div>
            <label htmlFor={`${name}-${option.value}`}>{option.title}</label>
            {option.hint === undefined ? null : (
              <p id={`${name}-${option.value}-hint`} class="quiet">
                {option.hint}
              </p>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
