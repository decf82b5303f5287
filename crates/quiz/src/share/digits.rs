//! The characters of a share code, a whole number of any size made of them, and the two that check the others.

/// The characters, each standing for its place here: letters and digits without the lower-case L, which looks like a 1.
/// Being 61, a prime, they make check characters certain; see [`checks`].
pub(super) const ALPHABET: &[u8; 61] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

const BASE: u64 = ALPHABET.len() as u64;

/// The digit that a character stands for.
pub(super) fn digit(character: u8) -> Option<u8> {
    ALPHABET.iter().position(|known| *known == character).map(|place| place as u8)
}

/// The two check digits of a code's other digits: the sums of 1, d1, ..., dn with the weights 2^(n+1), 2^n, ..., 2 and
/// with the weights 4^(n+1), 4^n, ..., 4, both modulo 61.
///
/// Powers of 2 and of 4 are never 0 modulo a prime, so one wrong digit changes both sums, and a wrong check digit is
/// not the sum. Neighbors have different weights, so swapping two different digits d and e changes a sum by
/// (w - 2w)(d - e) or (w - 4w)(d - e), no factor of which is 0. Swapping the last digit with the first check digit
/// changes the second sum and not its check digit; swapping unequal check digits leaves both wrong. All this holds for
/// codes of any length. Up to 60 digits the powers of 2 all differ, and then the two sums together show any two wrong
/// characters: changes d and e at the weights w and v would need wd + ve = 0 and w²d + v²e = 0, hence w = v.
pub(super) fn checks(digits: &[u8]) -> [u8; 2] {
    let sum = |weight: u64| digits.iter().fold(weight, |sum, digit| (sum + u64::from(*digit)) * weight % BASE) as u8;
    [sum(2), sum(4)]
}

/// A whole number of any size: its digits to the base 61, the lowest first, with no zeros at the end. Into it go
/// digits of any radix, one on top of the other; the last one pushed is the first to be popped.
#[derive(Default)]
pub(super) struct Number(Vec<u8>);

impl Number {
    /// The number written as these digits, the highest first. A number is written in one way only: `None` where the
    /// first digit is 0.
    pub fn written(digits: &[u8]) -> Option<Self> {
        (digits.first() != Some(&0)).then(|| Self(digits.iter().rev().copied().collect()))
    }

    /// Its digits to the base 61, the highest first; none for 0.
    pub fn digits(&self) -> impl Iterator<Item = u8> {
        self.0.iter().rev().copied()
    }

    /// Puts a digit below `radix`, itself below 2^57, on top of the others.
    pub fn push(&mut self, radix: u64, digit: u64) {
        let mut carry = digit;
        for place in &mut self.0 {
            carry += u64::from(*place) * radix;
            *place = (carry % BASE) as u8;
            carry /= BASE;
        }
        while carry > 0 {
            self.0.push((carry % BASE) as u8);
            carry /= BASE;
        }
    }

    /// Takes the topmost digit off; `radix` is the one it was pushed with.
    pub fn pop(&mut self, radix: u64) -> u64 {
        let mut rest = 0;
        for place in self.0.iter_mut().rev() {
            rest = rest * BASE + u64::from(*place);
            *place = (rest / radix) as u8;
            rest %= radix;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        rest
    }

    /// Whether nothing is left in it.
    pub fn is_zero(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_is_pushed_last_is_popped_first(
            pushed in proptest::collection::vec((1..1u64 << 57, proptest::num::u64::ANY), 0..60),
        ) {
            let mut number = Number::default();
            pushed.iter().for_each(|(radix, digit)| number.push(*radix, digit % radix));
            let digits: Vec<u8> = number.digits().collect();
            let mut number = Number::written(&digits).expect("no zero in front");
            for (radix, digit) in pushed.iter().rev() {
                assert_eq!(number.pop(*radix), digit % radix);
            }
            assert!(number.is_zero());
        }

        #[test]
        fn any_two_wrong_characters_are_noticed(
            right in proptest::collection::vec(0..61u8, 60), first in 0..62usize, second in 0..62usize, by in 1..61u8,
        ) {
            let code = |digits: &[u8]| [digits, &checks(digits)].concat();
            for other in 0..61 {
                let mut wrong = code(&right);
                wrong[first] = (wrong[first] + by) % 61;
                wrong[second] = (wrong[second] + other) % 61;
                assert!(wrong == code(&right) || wrong != code(&wrong[..60]));
            }
        }
    }
}
