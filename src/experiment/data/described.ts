/** What every family of data says about itself to the controls; its title is a message of the area `data`. */
export interface Described {
  /** How many points it gives unless asked otherwise; `fixed` families cannot give another number. */
  readonly points: number;
  readonly fixed: boolean;
  /** The largest number there is, where that is less than a link may ask for. */
  readonly mostPoints?: number;
  /** Default standard deviation of the Gaussian scatter, in data units. */
  readonly noise: number;
}
