// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows.h"

#include <QCoreApplication>

#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

/// Far beyond what counting up can reach, far below where it would overflow.
constexpr qint64 kMaxId = qint64{1} << 53;
constexpr int kMaxSide = 1 << 24;
constexpr int kMaxOrientation = 8;
constexpr int kMaxHotkey = 20;
constexpr int kAllFlags = 15;
constexpr qsizetype kMaxNotes = 100; // a file that is wrong all over is told of, not listed

void note(QStringList &notes, const QString &text)
{
    if (notes.size() < kMaxNotes)
        notes.append(text);
}

template<class Id>
bool readId(const QSqlQuery &row, int column, Id &id)
{
    const qint64 number = row.value(column).toLongLong();
    id = static_cast<Id>(number);
    return number > 0 && number < kMaxId;
}

/// An int from 0 to `highest`, or `fallback` with a note.
int readNumber(const QSqlQuery &row, int column, int highest, QStringList &notes)
{
    bool isNumber = false;
    const QVariant value = row.value(column);
    const int number = value.toInt(&isNumber);
    if (isNumber && number >= 0 && number <= highest)
        return number;
    if (!value.isNull())
        note(notes, Text::tr("Entry %1: the value %2 of a column is not known and was taken as 0")
                        .arg(row.value(0).toString(), value.toString().left(40)));
    return 0;
}

/// Four columns from `column` on. NaN is NULL in SQLite.
std::optional<Box> readBox(const QSqlQuery &row, int column)
{
    double corners[4];
    for (int i = 0; i < 4; ++i) {
        bool isNumber = false;
        const QVariant value = row.value(column + i);
        corners[i] = value.toDouble(&isNumber);
        if (value.isNull() || !isNumber || !std::isfinite(corners[i]))
            return std::nullopt;
    }
    return Box{corners[0], corners[1], corners[2], corners[3]};
}

double readConfidence(const QSqlQuery &row, int column, double missing)
{
    const QVariant value = row.value(column);
    const double confidence = value.toDouble();
    return !value.isNull() && confidence >= 0 && confidence <= 1 ? confidence : missing;
}

/// Empty texts take no room.
QVariant text(const QString &value)
{
    return value.isEmpty() ? QVariant() : QVariant(value);
}

QStringList names(const QStringList &columns)
{
    QStringList result;
    for (const QString &column : columns)
        result.append(column.section(QLatin1Char(' '), 0, 0));
    return result;
}

} // namespace

QString TableColumns::definition() const
{
    return QStringLiteral("CREATE TABLE %1 (%2)").arg(name, columns.join(QStringLiteral(", ")));
}

QString TableColumns::select() const
{
    return QStringLiteral("SELECT %1 FROM %2 ORDER BY 1").arg(names(columns).join(QLatin1Char(',')), name);
}

QString TableColumns::upsert() const
{
    QStringList marks;
    marks.fill(QStringLiteral("?"), columns.size());
    return QStringLiteral("INSERT OR REPLACE INTO %1 (%2) VALUES (%3)")
        .arg(name, names(columns).join(QLatin1Char(',')), marks.join(QLatin1Char(',')));
}

QString TableColumns::remove() const
{
    return QStringLiteral("DELETE FROM %1 WHERE %2=?").arg(name, names(columns).first());
}

const TableColumns &classTable()
{
    static const TableColumns table{QStringLiteral("class"),
                                    {QStringLiteral("id INTEGER PRIMARY KEY"), QStringLiteral("name TEXT"),
                                     QStringLiteral("color TEXT"), QStringLiteral("hotkey INTEGER"),
                                     QStringLiteral("position INTEGER")}};
    return table;
}

const TableColumns &imageTable()
{
    static const TableColumns table{
        QStringLiteral("image"),
        {QStringLiteral("id INTEGER PRIMARY KEY"), QStringLiteral("path TEXT"), QStringLiteral("width INTEGER"),
         QStringLiteral("height INTEGER"), QStringLiteral("orientation INTEGER"), QStringLiteral("split INTEGER"),
         QStringLiteral("state INTEGER"), QStringLiteral("problem TEXT"), QStringLiteral("extra TEXT")}};
    return table;
}

const TableColumns &labelTable()
{
    static const TableColumns table{
        QStringLiteral("label"),
        {QStringLiteral("id INTEGER PRIMARY KEY"), QStringLiteral("image INTEGER"), QStringLiteral("class INTEGER"),
         QStringLiteral("left_edge REAL"), QStringLiteral("top_edge REAL"), QStringLiteral("right_edge REAL"),
         QStringLiteral("bottom_edge REAL"), QStringLiteral("flags INTEGER"), QStringLiteral("origin INTEGER"),
         QStringLiteral("origin_detail TEXT"), QStringLiteral("confidence REAL"), QStringLiteral("extra TEXT")}};
    return table;
}

const TableColumns &suggestionTable()
{
    static const TableColumns table{
        QStringLiteral("suggestion"),
        {QStringLiteral("id INTEGER PRIMARY KEY"), QStringLiteral("image INTEGER"), QStringLiteral("class INTEGER"),
         QStringLiteral("left_edge REAL"), QStringLiteral("top_edge REAL"), QStringLiteral("right_edge REAL"),
         QStringLiteral("bottom_edge REAL"), QStringLiteral("confidence REAL"), QStringLiteral("model TEXT")}};
    return table;
}

const TableColumns &metaTable()
{
    static const TableColumns table{QStringLiteral("meta"),
                                    {QStringLiteral("key TEXT PRIMARY KEY"), QStringLiteral("value")}};
    return table;
}

QStringList tableDefinitions()
{
    return {metaTable().definition(), classTable().definition(), imageTable().definition(), labelTable().definition(),
            suggestionTable().definition()};
}

QVariantList toRow(const LabelClass &labelClass)
{
    return {toNumber(labelClass.id), labelClass.name, labelClass.color.name(), labelClass.hotkey, labelClass.position};
}

QVariantList toRow(const ImageInfo &image)
{
    const bool hasSize = image.size.isValid();
    return {toNumber(image.id),
            image.path,
            hasSize ? QVariant(image.size.width()) : QVariant(),
            hasSize ? QVariant(image.size.height()) : QVariant(),
            image.orientation,
            static_cast<int>(image.split),
            static_cast<int>(image.state),
            text(image.problem),
            text(image.extra)};
}

QVariantList toRow(ImageId image, const Label &label)
{
    return {toNumber(label.id),
            toNumber(image),
            toNumber(label.classId),
            label.box.left,
            label.box.top,
            label.box.right,
            label.box.bottom,
            static_cast<int>(label.flags),
            static_cast<int>(label.origin),
            text(label.originDetail),
            label.confidence < 0 ? QVariant() : QVariant(label.confidence),
            text(label.extra)};
}

QVariantList toRow(ImageId image, const Suggestion &suggestion)
{
    return {toNumber(suggestion.id), toNumber(image),       toNumber(suggestion.classId),
            suggestion.box.left,     suggestion.box.top,    suggestion.box.right,
            suggestion.box.bottom,   suggestion.confidence, text(suggestion.model)};
}

std::optional<LabelClass> readClass(const QSqlQuery &row, QStringList &notes)
{
    LabelClass item;
    item.name = row.value(1).toString();
    if (!readId(row, 0, item.id) || item.name.isEmpty()) {
        note(notes, Text::tr("Class %1 has no valid id or no name and is left out").arg(row.value(0).toString()));
        return std::nullopt;
    }
    item.color = QColor(row.value(2).toString());
    item.hotkey = readNumber(row, 3, kMaxHotkey, notes);
    item.position = row.value(4).toInt();
    return item;
}

std::optional<ImageInfo> readImage(const QSqlQuery &row, QStringList &notes)
{
    ImageInfo image;
    image.path = row.value(1).toString();
    if (!readId(row, 0, image.id) || image.path.isEmpty()) {
        note(notes, Text::tr("Image %1 has no valid id or no path and is left out").arg(row.value(0).toString()));
        return std::nullopt;
    }
    const QSize size(readNumber(row, 2, kMaxSide, notes), readNumber(row, 3, kMaxSide, notes));
    if (!size.isEmpty())
        image.size = size;
    image.orientation = std::max(1, readNumber(row, 4, kMaxOrientation, notes));
    image.split = static_cast<Split>(readNumber(row, 5, static_cast<int>(Split::Test), notes));
    image.state = static_cast<ReviewState>(readNumber(row, 6, static_cast<int>(ReviewState::Empty), notes));
    image.problem = row.value(7).toString();
    image.extra = row.value(8).toString();
    return image;
}

std::optional<OnImage<Label>> readLabel(const QSqlQuery &row, QStringList &notes)
{
    OnImage<Label> found;
    Label &label = found.value;
    const std::optional<Box> box = readBox(row, 3);
    if (!readId(row, 0, label.id) || !readId(row, 1, found.image) || !readId(row, 2, label.classId) || !box) {
        note(notes, Text::tr("Label %1 has a value that cannot be and is left out").arg(row.value(0).toString()));
        return std::nullopt;
    }
    label.box = *box;
    label.flags = LabelFlags(readNumber(row, 7, kAllFlags, notes));
    label.origin = static_cast<Origin>(readNumber(row, 8, static_cast<int>(Origin::Import), notes));
    label.originDetail = row.value(9).toString();
    label.confidence = readConfidence(row, 10, -1);
    label.extra = row.value(11).toString();
    return found;
}

std::optional<OnImage<Suggestion>> readSuggestion(const QSqlQuery &row, QStringList &notes)
{
    OnImage<Suggestion> found;
    Suggestion &suggestion = found.value;
    const std::optional<Box> box = readBox(row, 3);
    if (!readId(row, 0, suggestion.id) || !readId(row, 1, found.image) || !readId(row, 2, suggestion.classId) || !box) {
        note(notes, Text::tr("Suggestion %1 has a value that cannot be and is left out").arg(row.value(0).toString()));
        return std::nullopt;
    }
    suggestion.box = *box;
    suggestion.confidence = readConfidence(row, 7, 0);
    suggestion.model = row.value(8).toString();
    return found;
}

} // namespace boxwright
