// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answered_images.h"

#include "core/formats/response_files.h"
#include "core/imaging/image_reader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AnsweredImages)
};

/// Finds the labelled image that an answer is about.
class ImageFinder
{
public:
    explicit ImageFinder(const std::vector<TruthImage> &images)
        : m_images(images)
    {
        for (size_t index = 0; index < images.size(); ++index)
            m_byName[QFileInfo(images[index].path).fileName()] << qsizetype(index);
    }

    /// The one whose path ends as the answer spells it; -1 where none or several do.
    [[nodiscard]] qsizetype find(const QString &spelling) const
    {
        const QList<qsizetype> candidates = m_byName.value(QFileInfo(spelling).fileName());
        if (candidates.size() == 1)
            return candidates.constFirst();
        QList<qsizetype> exact;
        std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(exact), [&](qsizetype index) {
            return m_images[size_t(index)].path.endsWith(QLatin1Char('/') + spelling);
        });
        return exact.size() == 1 ? exact.constFirst() : -1;
    }

private:
    const std::vector<TruthImage> &m_images;
    QHash<QString, QList<qsizetype>> m_byName;
};

/// Index of a class number among the project's classes.
int classIndex(int number, const QStringList &names, QStringList &classes)
{
    if (names.isEmpty() && number < classes.size())
        return number;
    const QString name = names.value(number, QString::number(number));
    if (!classes.contains(name))
        classes << name;
    return int(classes.indexOf(name));
}

Result<EvaluatedImage> laidBeside(const TruthImage &image, const EndpointResponse &response, const QStringList &names,
                                  QStringList &classes)
{
    EvaluatedImage evaluated{image.boxes, {}};
    QSizeF scale(1, 1);
    if (response.isRelative) {
        const Result<ImageHeader> header = readImageHeader(image.path);
        if (!header)
            return failure(header.error());
        scale = header->size;
    }
    for (const ResponseBox &found : response.boxes)
        evaluated.detections.push_back({classIndex(found.classId, names, classes),
                                        found.score,
                                        {found.box.left * scale.width(), found.box.top * scale.height(),
                                         found.box.right * scale.width(), found.box.bottom * scale.height()}});
    std::stable_sort(evaluated.detections.begin(), evaluated.detections.end(),
                     [](const Detection &a, const Detection &b) { return a.confidence > b.confidence; });
    return evaluated;
}

} // namespace

Result<AnsweredImages> answeredImages(const QString &path, const QStringList &names,
                                      const std::vector<TruthImage> &images, QStringList &classes)
{
    const ResponseFiles files(path);
    const ImageFinder finder(images);
    std::vector<bool> isAnswered(images.size(), false);
    AnsweredImages answered;
    for (qsizetype index = 0; index < files.count(); ++index) {
        const auto answers = files.read(index);
        if (!answers)
            return failure(answers.error());
        for (const ResponseFile &answer : *answers) {
            const qsizetype place = finder.find(answer.image);
            if (place < 0 || isAnswered[size_t(place)]) {
                ++answered.unknown;
                continue;
            }
            isAnswered[size_t(place)] = true;
            Result<EvaluatedImage> one = laidBeside(images[size_t(place)], answer.response, names, classes);
            if (!one)
                return failure(one.error());
            answered.images.push_back(std::move(*one));
        }
    }
    answered.unanswered = std::count(isAnswered.begin(), isAnswered.end(), false);
    if (answered.images.empty())
        return failure(Text::tr("%1 holds no answer about any of the labelled images").arg(path));
    return answered;
}

} // namespace boxwright::cli
