// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seeded_random.h"
#include "core/detect/training.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

namespace boxwright {

/// A few small pictures with red (class 0) and blue (class 1) rectangles in a folder of their own, for trainings that
/// take a second.
class TrainingScenes
{
public:
    explicit TrainingScenes(int train, int validation)
    {
        for (int i = 0; i < train + validation; ++i)
            (i < train ? m_request.train : m_request.validation).push_back(draw(i));
        m_request.classes = {QStringLiteral("red"), QStringLiteral("blue")};
        m_request.runName = QStringLiteral("test");
        m_request.runFolder = m_folder.filePath(QStringLiteral("run"));
        m_request.threads = 1;
        m_request.hyperparameters.numClasses = 2;
        m_request.hyperparameters.miniBatchSize = 4;
        m_request.hyperparameters.epochs = 2;
        m_request.hyperparameters.learningRate = 0.01;
    }

    [[nodiscard]] const TrainingRequest &request() const { return m_request; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    TrainingImage draw(int number)
    {
        SeededRandom random(static_cast<quint64>(number) + 1);
        QImage image(96, 80, QImage::Format_RGB888);
        image.fill(QColor(120, 130, 110));
        QPainter painter(&image);
        TrainingImage entry;
        entry.id = static_cast<ImageId>(number + 1);
        entry.path = m_folder.filePath(QStringLiteral("%1.png").arg(number));
        for (int i = 0; i < 2; ++i) {
            const QRect rect(random.wholeBetween(0, 50), random.wholeBetween(0, 40), random.wholeBetween(20, 40),
                             random.wholeBetween(20, 36));
            painter.fillRect(rect, i == 0 ? QColor(210, 30, 40) : QColor(30, 50, 200));
            entry.boxes.push_back({i,
                                   {double(rect.x()), double(rect.y()), double(rect.x() + rect.width()),
                                    double(rect.y() + rect.height())},
                                   false});
        }
        painter.end();
        image.save(entry.path);
        return entry;
    }

    QTemporaryDir m_folder;
    TrainingRequest m_request;
};

} // namespace boxwright
