// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/sagemaker_responses_format.h"

#include "core/formats/class_list_file.h"
#include "core/formats/image_locator.h"
#include "core/formats/reading.h"
#include "core/formats/response_files.h"
#include "core/imaging/image_reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SagemakerResponses)
};

/// Answers reach down to 0.01; below this nobody would look at a suggestion (as in core/session).
constexpr double kLeastConfidence = 0.05;

/// One run: where images are, what classes are called.
class ResponseReading
{
public:
    ResponseReading(const ReadOptions &options, FormatSink &sink, const ResponseFiles &files)
        : m_reading(options, sink)
        , m_locator(files.folder(), options.imageFolder)
        , m_known(options.knownImages ? options.knownImages() : QStringList())
        , m_names(readClassList(QDir(files.folder()).filePath(QStringLiteral("classes.txt"))))
    {
        QMap<int, QString> numbered;
        for (qsizetype number = 0; number < m_names.size(); ++number)
            numbered.insert(int(number), m_names[number]);
        m_reading.classes().collect(numbered);
        m_reading.classes().sort();
    }

    [[nodiscard]] Reading &reading() { return m_reading; }

    Result<> take(const ResponseFile &answer)
    {
        FormatImage image;
        image.source = answer.image;
        image.path = m_locator.locate(answer.image);
        if (image.path.isEmpty())
            image.path = m_known.locate(answer.image);
        image.size = answer.response.size;
        if (!image.size.isValid() && !image.path.isEmpty())
            if (const Result<ImageHeader> header = readImageHeader(image.path))
                image.size = header->size;
        if (image.path.isEmpty())
            m_reading.note(QStringLiteral("missing-image"), Text::tr("the image %1 was not found").arg(answer.image));
        if (answer.response.isRelative && !image.size.isValid())
            return {}; // fractions of nothing
        for (const ResponseBox &box : answer.response.boxes)
            addSuggestion(box, answer, image);
        return m_reading.deliver(std::move(image));
    }

    /// After the last answer. Every answer has unlikely boxes: that is told once.
    void finish()
    {
        if (m_unlikely > 0)
            m_reading.note(QStringLiteral("low-confidence"),
                           Text::tr("%n box(es) with a confidence below %1 were left out", nullptr, int(m_unlikely))
                               .arg(kLeastConfidence));
        m_reading.finish();
    }

private:
    void addSuggestion(const ResponseBox &found, const ResponseFile &answer, FormatImage &image)
    {
        if (found.score < kLeastConfidence) {
            ++m_unlikely;
            return;
        }
        FormatLabel label;
        label.classIndex = m_reading.classes().indexOf(m_names.value(found.classId, QString::number(found.classId)));
        label.confidence = std::min(found.score, 1.0);
        label.isSuggestion = true;
        const double width = answer.response.isRelative ? image.size.width() : 1;
        const double height = answer.response.isRelative ? image.size.height() : 1;
        label.box = {found.box.left * width, found.box.top * height, found.box.right * width,
                     found.box.bottom * height};
        const bool isFinite =
            std::isfinite(label.box.right - label.box.left) && std::isfinite(label.box.bottom - label.box.top);
        if (label.box.isEmpty() || !isFinite)
            return m_reading.noteWith(QStringLiteral("degenerate-box"), [&] {
                return Text::tr("%1 has a box without an area: its corners are %2, %3, %4, %5")
                    .arg(answer.image)
                    .arg(found.box.left)
                    .arg(found.box.top)
                    .arg(found.box.right)
                    .arg(found.box.bottom);
            });
        image.labels.push_back(std::move(label));
    }

    Reading m_reading;
    ImageLocator m_locator;
    ImageLocator m_known; ///< outputs of a batch transform come without the images
    QStringList m_names;  ///< by class number
    qint64 m_unlikely = 0;
};

} // namespace

QString SagemakerResponsesFormat::id() const
{
    return QStringLiteral("sagemaker-responses");
}

QString SagemakerResponsesFormat::name() const
{
    return Text::tr("SageMaker's answers (batch transform, *.out)");
}

bool SagemakerResponsesFormat::recognizes(const QString &path) const
{
    const QFileInfo info(path);
    const bool isAnswerFile =
        info.isFile() && (path.endsWith(QLatin1String(".out")) || path.endsWith(QLatin1String(".jsonl")));
    if (!isAnswerFile && !info.isDir())
        return false;
    if (info.isDir()) { // the first will do
        QDirIterator entries(path, {QStringLiteral("*.out")}, QDir::Files, QDirIterator::Subdirectories);
        return entries.hasNext() && recognizes(entries.next());
    }
    const ResponseFiles files(path);
    const auto answers = files.read(0);
    return answers.has_value() && !answers->empty();
}

Result<> SagemakerResponsesFormat::read(const ReadOptions &options, FormatSink &sink) const
{
    if (Result<> there = checkPaths(options); !there)
        return there;
    const ResponseFiles files(options.from);
    if (files.isEmpty())
        return failure(Text::tr("%1 holds no answers (*.out)").arg(QDir::toNativeSeparators(options.from)));
    ResponseReading run(options, sink, files);
    for (qsizetype index = 0; index < files.count(); ++index) {
        const auto answers = files.read(index);
        if (!answers && files.count() == 1)
            return failure(answers.error());
        if (!answers)
            run.reading().note(QStringLiteral("bad-file"), answers.error().message);
        for (const ResponseFile &answer : answers.value_or(std::vector<ResponseFile>()))
            if (Result<> taken = run.take(answer); !taken)
                return taken;
        if (Result<> going = run.reading().advance(index + 1, files.count()); !going)
            return going;
    }
    run.finish();
    return {};
}

} // namespace boxwright
