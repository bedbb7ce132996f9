import { useState } from 'react';
import { text } from '../text/en.ts';
import { chooseTheme, storedTheme, THEMES } from '../theme.ts';

export function ThemeChoice() {
  const [theme, setTheme] = useState(storedTheme);
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{text.theme.label}</legend>
      {THEMES.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="theme"
            checked={theme === choice}
            onChange={() => {
              chooseTheme(choice);
              setTheme(choice);
            }}
          />
          <span>{text.theme[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}
