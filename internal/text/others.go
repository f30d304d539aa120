package text

// others is what is known of all further languages, enough to tell numbers in words,
// dates and references from one another. Words that are as common in another sense,
// such as Turkish on (10), are left out.
var others = vocabulary{
	numbers: "zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend hälfte dutzend " + // German
		"twee drie vijf zes zeven negen tien twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend helft " + // Dutch
		"due quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento duecento mille metà " + // Italian
		"mbili wawili mawili miwili viwili tatu watatu matatu mitatu vitatu nne wanne manne minne vinne tano watano matano mitano vitano sita saba nane wanane manane minane vinane tisa kumi ishirini thelathini arobaini hamsini sitini sabini themanini tisini mia elfu laki nusu " + // Swahili
		"dua tiga empat lima enam tujuh delapan lapan sembilan sepuluh sebelas belas puluh seratus seribu sejuta setengah separuh " + // Indonesian, Malay
		"laba saddex afar shan lix toddoba siddeed sagaal toban labaatan soddon afartan konton lixdan toddobaatan siddeetan sagaashan boqol " + // Somali
		"iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli altmış yetmiş seksen doksan yüz " + // Turkish
		"два две двух двое три трёх трех трое четыре четырёх четырех пять пяти шесть шести семь семи восемь восьми девять девяти десять десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать двадцати тридцать тридцати сорок сорока пятьдесят шестьдесят семьдесят восемьдесят девяносто сто ста двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот половина половины треть " + // Russian
		"اثنان اثنين اثنتان اثنتين اثنا اثنتا اثني اثنتي ثلاث ثلاثة ثلاثون ثلاثين أربع أربعة اربعة أربعون أربعين خمس خمسة خمسون خمسين ست ستة ستون ستين سبع سبعة سبعون سبعين ثمان ثماني ثمانية ثمانون ثمانين تسع تسعة تسعون تسعين عشر عشرة عشرون عشرين مئة مائة مئتان مئتين مئتي مائتان مائتين مائتي ثلاثمئة ثلاثمائة أربعمئة أربعمائة خمسمئة خمسمائة ستمئة ستمائة سبعمئة سبعمائة ثمانمئة ثمانمائة تسعمئة تسعمائة ألف ألفا ألفان ألفين ألفي نصف ثلث ثلثي ثلثا " + // Arabic
		"دو سه چهار پنج شش هفت هشت یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست چهل پنجاه شصت هفتاد هشتاد نود یکصد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار نیمی " + // Persian, Dari
		"تین چار پانچ چھ سات آٹھ دس بیس تیس چالیس پچاس ساٹھ ستر اسی نوے سو ہزار " + // Urdu
		"दो दुई तीन चार पांच पाँच छह छः सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस पच्चीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे सौ हजार हज़ार लाख करोड़ " + // Hindi, Nepali
		"দুই তিন চার পাঁচ ছয় সাত আট দশ এগারো বারো পনেরো বিশ ত্রিশ চল্লিশ পঞ্চাশ ষাট সত্তর আশি নব্বই একশ শত হাজার লাখ লক্ষ কোটি " + // Bengali
		"ሁለት ሦስት ሶስት አራት አምስት ስድስት ሰባት ስምንት ዘጠኝ አስር ሃያ ሰላሳ አርባ ሃምሳ ስልሳ ሰባ ሰማንያ ዘጠና መቶ ሺህ ሺ", // Amharic
	scales:      "hundert=100 tausend=1000 million=1000000 millionen=1000000 milliarde=1000000000 milliarden=1000000000 honderd=100 duizend=1000 miljoen=1000000 miljard=1000000000 mila=1000 milione=1000000 milioni=1000000 miliardi=1000000000 ratus=100 ribu=1000 juta=1000000 kun=1000 milyan=1000000 milyon=1000000 тысяча=1000 тысячи=1000 тысяч=1000 миллион=1000000 миллиона=1000000 миллионов=1000000 ألف=1000 آلاف=1000 مليون=1000000 ملايين=1000000 مليار=1000000000 هزار=1000 میلیون=1000000 हजार=1000 हज़ार=1000 लाख=100000 करोड़=10000000 হাজার=1000 লাখ=100000 লক্ষ=100000 কোটি=10000000",
	andInNumber: "und en e na dan iyo ve и و",

	months: "januar jänner februar märz april mai juni juli august september oktober november dezember januari februari maart mei augustus december gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre " +
		"machi aprili julai agosti septemba oktoba novemba desemba maret agustus desember ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık января февраля марта апреля мая июня июля августа сентября октября ноября декабря " +
		"يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر شباط آذار نيسان أيار حزيران تموز آب أيلول جانفي فيفري أفريل ماي جوان جويلية أوت فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر حمل ثور جوزا سرطان سنبله میزان عقرب قوس جدی دلو حوت " +
		"जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर बैशाख जेठ असार साउन भदौ असोज कात्तिक मंसिर पुस माघ फागुन चैत জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ",
	references: "artikel artikels artikeln gesetz resolutie besluit wet articolo legge risoluzione kifungu ibara sheria azimio awamu pasal resolusi undang-undang madde статья статьи закон закона резолюция резолюции مادة مواد قرار قانون رقم ماده قطعنامه شماره آرٹیکل धारा अनुच्छेद दफा क्रमांक नं ধারা অনুচ্ছেদ มาตรา ข้อ មាត្រា",
	yearBefore: "jahr jahre jaar anno mwaka tahun yılı год году года سنة عام سال साल सन् सन सम्वत संवत বছর সাল সালে ปี ពี ឆ្នាំ ປີ ခုနှစ်",
}

// compounds are what longer number words are made of in languages that write them as
// one: achtunddreißigtausend. Those that end in a full stop can't stand alone.
var compounds = [...][]string{
	{"zwei", "zwo", "drei", "vier", "fünf", "sechs", "sech", "sieben", "sieb", "acht", "neun", "zehn", "elf", "zwölf", "zwanzig", "zig", "ßig", "ssig", "hundert", "tausend", "millionen", "ein.", "eins.", "und."},
	{"twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "twintig", "dertig", "veertig", "tachtig", "tig", "honderd", "duizend", "miljoen", "een.", "en.", "ën."},
	{"due", "tre", "tré", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "venti", "vent", "trenta", "trent", "quaranta", "quarant", "cinquanta", "cinquant", "sessanta", "sessant", "settanta", "settant", "ottanta", "ottant", "novanta", "novant", "cento", "cent", "mille", "mila", "milioni", "uno.", "un."},
}

// unspaced are the number words of scripts without spaces between words.
var unspaced = [...][]string{
	{"หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ", "ยี่", "เอ็ด", "ร้อย", "พัน", "หมื่น", "แสน", "ล้าน"},
	{"ໜຶ່ງ", "ນຶ່ງ", "ສອງ", "ສາມ", "ສີ່", "ຫ້າ", "ຫົກ", "ເຈັດ", "ແປດ", "ເກົ້າ", "ສິບ", "ຊາວ", "ຮ້ອຍ", "ພັນ", "ໝື່ນ", "ແສນ", "ລ້ານ"},
	{"មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ដប់", "ម្ភៃ", "សាមសិប", "សែសិប", "ហាសិប", "ហុកសិប", "ចិតសិប", "ប៉ែតសិប", "កៅសិប", "រយ", "ពាន់", "ម៉ឺន", "សែន", "លាន"},
	{"တစ်", "နှစ်", "သုံး", "လေး", "ငါး", "ခြောက်", "ခုနစ်", "ရှစ်", "ကိုး", "ဆယ်", "ရာ", "ထောင်", "သောင်း", "သိန်း", "သန်း"},
}

// KnowsNumbers reports whether the number words of a language are known so well that
// a text without any has none. The language is a BCP 47 tag.
func KnowsNumbers(tag string) bool {
	switch primary(tag) {
	case "en", "fr", "es", "pt", "de", "nl", "it", "sw", "id", "ms", "ar":
		return true
	}
	return false
}
