// LetterReader
