// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_boxes.h"

#include "core/formats/split_names.h"
#include "core/imaging/natural_order.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CsvBoxes)
};

constexpr double kMaxCoordinate = 1e7; ///< pixels

/// The names that a column may have, in the order of Columns.
const QStringList &namesOfImage()
{
    static const QStringList names{QStringLiteral("image"), QStringLiteral("filename"), QStringLiteral("file"),
                                   QStringLiteral("path")};
    return names;
}

const QStringList &namesOfClass()
{
    static const QStringList names{QStringLiteral("class"), QStringLiteral("label"), QStringLiteral("name")};
    return names;
}

const QList<QStringList> &namesOfCorners()
{
    static const QList<QStringList> names{{QStringLiteral("left"), QStringLiteral("xmin")},
                                          {QStringLiteral("top"), QStringLiteral("ymin")},
                                          {QStringLiteral("right"), QStringLiteral("xmax")},
                                          {QStringLiteral("bottom"), QStringLiteral("ymax")}};
    return names;
}

constexpr LabelFlag kFlags[] = {LabelFlag::Difficult, LabelFlag::Occluded, LabelFlag::Truncated, LabelFlag::Crowd};
constexpr const char *kFlagNames[] = {"difficult", "occluded", "truncated", "crowd"};

bool isTrue(const QString &text)
{
    const QString word = text.toLower();
    return word == QLatin1String("1") || word == QLatin1String("true") || word == QLatin1String("yes");
}

/// The corners of a record; nullopt where one is no number of a usable size.
std::optional<Box> boxOf(const CsvRow &row, const int (&columns)[4])
{
    double numbers[4];
    for (int i = 0; i < 4; ++i) {
        bool isNumber = false;
        numbers[i] = row.value(columns[i]).toDouble(&isNumber);
        if (!isNumber || !(std::abs(numbers[i]) <= kMaxCoordinate))
            return std::nullopt;
    }
    return Box{numbers[0], numbers[1], numbers[2], numbers[3]};
}

} // namespace

bool isBoxTable(const CsvHeader &header)
{
    return header.column(namesOfImage()) >= 0 && header.column(namesOfClass()) >= 0 &&
           std::all_of(namesOfCorners().begin(), namesOfCorners().end(),
                       [&header](const QStringList &names) { return header.column(names) >= 0; });
}

QStringList boxTables(const QString &from)
{
    const QFileInfo info(from);
    QStringList candidates{info.absoluteFilePath()};
    if (info.isDir()) {
        const QDir folder(info.absoluteFilePath());
        candidates.clear();
        for (const QString &name : folder.entryList({QStringLiteral("*.csv")}, QDir::Files))
            candidates.append(folder.absoluteFilePath(name));
        sortNaturally(candidates);
    }
    candidates.removeIf([](const QString &path) {
        return !path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) || !isBoxTable(CsvGroups::headerOf(path));
    });
    return candidates;
}

CsvBoxes::CsvBoxes(const QString &path, const ImageLocator &locator, Reading &reading, Split split)
    : m_path(path)
    , m_name(QFileInfo(path).fileName())
    , m_locator(locator)
    , m_reading(reading)
    , m_split(split)
{
}

CsvBoxes::Columns CsvBoxes::columnsOf(const CsvHeader &header)
{
    Columns columns;
    columns.image = header.column(namesOfImage());
    columns.name = header.column(namesOfClass());
    for (int i = 0; i < 4; ++i) {
        columns.corners[i] = header.column(namesOfCorners()[i]);
        columns.flags[i] = header.column({QLatin1String(kFlagNames[i])});
    }
    columns.width = header.column({QStringLiteral("width")});
    columns.height = header.column({QStringLiteral("height")});
    columns.split = header.column({QStringLiteral("split")});
    columns.state = header.column({QStringLiteral("state")});
    columns.confidence = header.column({QStringLiteral("confidence")});
    return columns;
}

void CsvBoxes::noteOtherColumns(const CsvHeader &header)
{
    QList<int> known{m_columns.image, m_columns.name,  m_columns.width,     m_columns.height,
                     m_columns.split, m_columns.state, m_columns.confidence};
    known.append(QList<int>(std::begin(m_columns.corners), std::end(m_columns.corners)));
    known.append(QList<int>(std::begin(m_columns.flags), std::end(m_columns.flags)));
    for (int i = 0; i < header.names().size(); ++i) {
        if (!known.contains(i))
            m_reading.note(QStringLiteral("unknown-column"),
                           Text::tr("%1: the column %2 is not understood and not kept").arg(m_name, header.names()[i]));
    }
}

Result<> CsvBoxes::read()
{
    const Result<CsvGroups> table =
        CsvGroups::open(m_path, namesOfImage(), [this](qint64, qint64) { return m_reading.advance(0, 0); });
    if (!table)
        return failure(table.error());
    if (!isBoxTable(table->header()))
        return failure(Text::tr("%1 is no table of boxes: it needs the columns image, class, left, top, right and "
                                "bottom (or xmin, ymin, xmax and ymax)")
                           .arg(m_name));
    m_columns = columnsOf(table->header());
    noteOtherColumns(table->header());
    for (qsizetype group = 0; group < table->count(); ++group) {
        const std::vector<CsvRow> rows = table->rowsOf(group);
        FormatImage image = imageOf(rows.front());
        if (image.source.isEmpty()) {
            m_reading.note(QStringLiteral("bad-line"),
                           Text::tr("%1, line %2: the image has no name").arg(m_name).arg(rows.front().line));
            continue;
        }
        if (image.path.isEmpty())
            m_reading.noteMissingImage(m_name, image.source);
        for (const CsvRow &row : rows)
            takeLabel(row, image);
        if (!image.labels.empty() && m_columns.state < 0)
            image.state = ReviewState::Reviewed;
        if (!image.labels.empty() && image.state == ReviewState::Empty)
            image.state = ReviewState::Reviewed;
        if (Result<> delivered = m_reading.deliver(std::move(image)); !delivered)
            return delivered;
        if (Result<> going = m_reading.advance(group + 1, table->count()); !going)
            return going;
    }
    return {};
}

FormatImage CsvBoxes::imageOf(const CsvRow &row) const
{
    FormatImage image;
    image.source = row.value(m_columns.image);
    image.path = m_locator.locate(image.source);
    const double width = row.value(m_columns.width).toDouble();
    const double height = row.value(m_columns.height).toDouble();
    if (width >= 1 && height >= 1 && width <= kMaxCoordinate && height <= kMaxCoordinate)
        image.size = {static_cast<int>(width), static_cast<int>(height)};
    const Split own = splitOfWord(row.value(m_columns.split));
    image.split = own == Split::None ? m_split : own;
    const QString state = row.value(m_columns.state).toLower();
    if (state == QLatin1String("reviewed"))
        image.state = ReviewState::Reviewed;
    else if (state == QLatin1String("empty"))
        image.state = ReviewState::Empty;
    return image;
}

void CsvBoxes::takeLabel(const CsvRow &row, FormatImage &image)
{
    const auto where = [&] { return Text::tr("%1, line %2").arg(m_name).arg(row.line); };
    const auto corner = [&](int i) { return row.value(m_columns.corners[i]); };
    const QString name = row.value(m_columns.name);
    const bool hasCorner = !corner(0).isEmpty() || !corner(1).isEmpty() || !corner(2).isEmpty() || !corner(3).isEmpty();
    if (name.isEmpty() && !hasCorner)
        return; // an image without labels
    if (name.isEmpty())
        return m_reading.noteWith(QStringLiteral("bad-box"),
                                  [&] { return Text::tr("%1: class is empty").arg(where()); });
    const auto shown = [&] {
        return QStringLiteral("%1 %2 %3 %4").arg(corner(0), corner(1), corner(2), corner(3)).left(120);
    };
    FormatLabel label;
    const std::optional<Box> box = boxOf(row, m_columns.corners);
    if (!box)
        return m_reading.noteWith(QStringLiteral("bad-box"),
                                  [&] { return Text::tr("%1: corners are %2").arg(where(), shown()); });
    if (box->isEmpty())
        return m_reading.noteWith(QStringLiteral("degenerate-box"),
                                  [&] { return Text::tr("%1 has no area: corners are %2").arg(where(), shown()); });
    label.box = *box;
    for (int i = 0; i < 4; ++i)
        label.flags.setFlag(kFlags[i], isTrue(row.value(m_columns.flags[i])));
    bool isNumber = false;
    const double confidence = row.value(m_columns.confidence).toDouble(&isNumber);
    if (isNumber && confidence >= 0 && confidence <= 1)
        label.confidence = confidence;
    label.classIndex = m_reading.classes().indexOf(name);
    image.labels.push_back(std::move(label));
}

} // namespace boxwright
