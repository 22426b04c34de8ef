//! The `name` section of a wasm file.

/// The names of the functions that a wasm file defines, in its order. One without a name has its number among
/// them, as binaryen calls it.
pub fn defined(wasm: &[u8]) -> Option<Vec<String>> {
    let sections = sections(wasm)?;
    let (mut imported, mut defined, mut names) = (0, 0, Vec::new());
    for (id, mut section) in sections {
        match id {
            IMPORTS => imported = imported_functions(&mut section)?,
            FUNCTIONS => defined = section.number()?,
            CUSTOM if section.text()? == "name" => names = function_names(&mut section)?,
            _ => {}
        }
    }
    let mut found: Vec<String> = (0..defined).map(|number| number.to_string()).collect();
    for (index, name) in names {
        if let Some(slot) = index.checked_sub(imported).and_then(|index| found.get_mut(index)) {
            *slot = name;
        }
    }
    Some(found)
}

/// Whether a function has its number for a name, which another build gives to another one.
pub fn is_number(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_digit())
}

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const FUNCTIONS: u8 = 3;
const HEADER: usize = 8;

fn sections(wasm: &[u8]) -> Option<Vec<(u8, Reader<'_>)>> {
    let mut reader = Reader(wasm.get(HEADER..)?);
    let mut sections = Vec::new();
    while !reader.0.is_empty() {
        let id = reader.byte()?;
        sections.push((id, reader.block()?));
    }
    Some(sections)
}

fn imported_functions(section: &mut Reader) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.block()?;
        section.block()?;
        match section.byte()? {
            0 => {
                functions += 1;
                section.number()?;
            }
            // A table has a type before its limits.
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            _ => {
                section.byte()?;
                section.byte()?;
            }
        }
    }
    Some(functions)
}

fn function_names(section: &mut Reader) -> Option<Vec<(usize, String)>> {
    const FUNCTION_NAMES: u8 = 1;
    while !section.0.is_empty() {
        let (kind, mut names) = (section.byte()?, section.block()?);
        if kind == FUNCTION_NAMES {
            return (0..names.number()?).map(|_| Some((names.number()?, names.text()?.to_owned()))).collect();
        }
    }
    Some(Vec::new())
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// LEB128, unsigned.
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    /// A length and as many bytes.
    fn block(&mut self) -> Option<Reader<'a>> {
        let length = self.number()?;
        let (block, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Reader(block))
    }

    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.block()?.0).ok()
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_belong_to_defined_functions_and_may_be_missing() {
        let wasm = [
            b"\0asm\x01\0\0\0".as_slice(),
            // One type, one imported function, one imported global, three functions of that type.
            b"\x01\x04\x01\x60\0\0",
            b"\x02\x0e\x02\x01a\x01b\0\0\x01a\x01c\x03\x7f\0",
            b"\x03\x04\x03\0\0\0",
            // The code is left out: nobody reads it here. Names of functions 0, 1 and 3.
            b"\0\x13\x04name\x01\x0c\x03\0\x01i\x01\x02f1\x03\x02f3",
        ]
        .concat();
        assert_eq!(defined(&wasm), Some(["f1", "1", "f3"].map(str::to_owned).to_vec()));
        assert_eq!(defined(b"\0asm\x01\0\0\0"), Some(Vec::new()));
        assert_eq!(defined(&wasm[..wasm.len() - 3]), None);
    }
}
