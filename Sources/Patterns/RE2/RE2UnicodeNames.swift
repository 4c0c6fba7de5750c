/// The Unicode categories and scripts that RE2 knows by name, with the size of their programs.
enum RE2UnicodeNames {
  /// The instructions of a class; nil for a name that RE2 does not know.
  static func size(of name: String) -> Int? { sizes[name] }

  private static let sizes: [String: Int] = {
    var sizes: [String: Int] = [:]
    for entry in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: "=")
      guard let name = parts.first, let size = parts.last.flatMap({ Int($0) }) else { continue }
      sizes[String(name)] = size
    }
    return sizes
  }()

  private static let table = """
    C=70 Cc=4 Cf=51 Co=17 Cs=3 L=1196 Ll=822 Lm=133 Lo=932 Lt=15 Lu=790 M=551 Mc=309 Me=12 Mn=573
    N=233 Nd=86 Nl=31 No=149 P=330 Pc=13 Pd=37 Pe=115 Pf=15 Pi=15 Po=313 Ps=122 S=442 Sc=48 Sk=57
    Sm=113 So=365 Z=15 Zl=3 Zp=3 Zs=14 Any=7 Adlam=8 Ahom=8 Anatolian_Hieroglyphs=6 Arabic=98
    Armenian=11 Avestan=5 Balinese=6 Bamum=11 Bassa_Vah=5 Batak=4 Bengali=18 Bhaiksuki=9
    Bopomofo=7 Brahmi=8 Braille=3 Buginese=4 Buhid=3 Canadian_Aboriginal=10 Carian=6
    Caucasian_Albanian=7 Chakma=7 Cham=7 Cherokee=11 Chorasmian=6 Common=352 Coptic=8
    Cuneiform=13 Cypriot=9 Cypro_Minoan=6 Cyrillic=33 Deseret=6 Devanagari=14 Dives_Akuru=14
    Dogra=4 Duployan=11 Egyptian_Hieroglyphs=6 Elbasan=4 Elymaic=4 Ethiopic=63 Georgian=18
    Glagolitic=13 Gothic=6 Grantha=20 Greek=62 Gujarati=18 Gunjala_Gondi=11 Gurmukhi=20 Han=80
    Hangul=36 Hanifi_Rohingya=5 Hanunoo=3 Hatran=6 Hebrew=15 Hiragana=19 Imperial_Aramaic=5
    Inherited=66 Inscriptional_Pahlavi=5 Inscriptional_Parthian=5 Javanese=7 Kaithi=7 Kannada=17
    Katakana=34 Kawi=8 Kayah_Li=4 Kharoshthi=13 Khitan_Small_Script=9 Khmer=9 Khojki=7
    Khudawadi=7 Lao=14 Latin=78 Lepcha=7 Limbu=8 Linear_A=9 Linear_B=15 Lisu=7 Lycian=4 Lydian=5
    Mahajani=4 Makasar=4 Malayalam=11 Mandaic=4 Manichaean=5 Marchen=8 Masaram_Gondi=12
    Medefaidrin=6 Meetei_Mayek=6 Mende_Kikakui=7 Meroitic_Cursive=8 Meroitic_Hieroglyphs=4
    Miao=10 Modi=7 Mongolian=14 Mro=6 Multani=8 Myanmar=10 Nabataean=5 Nag_Mundari=4
    Nandinagari=8 New_Tai_Lue=8 Newa=7 Nko=3 Nushu=11 Nyiakeng_Puachue_Hmong=8 Ogham=3 Ol_Chiki=3
    Old_Hungarian=7 Old_Italic=5 Old_North_Arabian=4 Old_Permic=4 Old_Persian=7 Old_Sogdian=4
    Old_South_Arabian=4 Old_Turkic=6 Old_Uyghur=6 Oriya=18 Osage=7 Osmanya=5 Pahawh_Hmong=12
    Palmyrene=4 Pau_Cin_Hau=4 Phags_Pa=3 Phoenician=5 Psalter_Pahlavi=6 Rejang=6 Runic=6
    Samaritan=4 Saurashtra=6 Sharada=6 Shavian=4 Siddham=7 SignWriting=8 Sinhala=19 Sogdian=6
    Sora_Sompeng=5 Soyombo=6 Sundanese=5 Syloti_Nagri=3 Syriac=9 Tagalog=4 Tagbanwa=5 Tai_Le=4
    Tai_Tham=11 Tai_Viet=6 Takri=6 Tamil=25 Tangsa=8 Tangut=14 Telugu=17 Thaana=2 Thai=5
    Tibetan=15 Tifinagh=7 Tirhuta=7 Toto=4 Ugaritic=5 Vai=5 Vithkuqi=13 Wancho=5 Warang_Citi=7
    Yezidi=6 Yi=8 Zanabazar_Square=6
    """
}
