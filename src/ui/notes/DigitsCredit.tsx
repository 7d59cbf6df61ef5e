import { siteText } from '../../messages/site.ts';

/** Whose digits are shown, under which licence, and what was done to them (public/digits.LICENSE.txt). */
export function DigitsCredit() {
  return (
    <>
      {siteText('digitsCredit')} <a href="./digits.LICENSE.txt">{siteText('digitsLicence')}</a>
    </>
  );
}
