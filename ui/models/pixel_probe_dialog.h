// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/pixel_probe.h"
#include "core/session/backend_source.h"
#include "ui/models/detection_picture.h"

#include <QDialog>

#include <memory>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace boxwright {

class Job;
class JobStrip;

/// Shows side by side what a model of the cloud finds when its pixels are given in each of the ways, with how well that
/// agrees with the labels, so that a person can choose the way. The model runs on a thread of its own. Deletes itself
/// when closed.
class PixelProbeDialog : public QDialog
{
    Q_OBJECT

public:
    PixelProbeDialog(const ProjectSession &session, const BackendSource &backend, const ModelInfo &model,
                     QWidget *parent = nullptr);
    ~PixelProbeDialog() override;

    void accept() override;

Q_SIGNALS:
    void chosen(boxwright::PixelInput pixels);

private:
    /// One way: its button, its figure and its picture.
    struct Way
    {
        PixelInput pixels = PixelInput::RgbMean;
        QLabel *figure = nullptr;
        DetectionPicture *picture = nullptr;
    };
    struct Outcome
    {
        std::vector<ShownImage> images;
        Result<std::vector<PixelProbeResult>> results;
    };

    void build();
    QWidget *buildWays();
    void run(const BackendSource &backend, const ModelInfo &model);
    void take(const Outcome &outcome);
    void showFigures();
    void showImage(int index);
    void showFailure(const QString &text);
    [[nodiscard]] std::vector<OverlayBox> boxesOf(const PixelProbeResult &result, int image) const;

    const ProjectSession &m_session;
    PixelInput m_now; ///< as pixels are given without a choice
    std::vector<TruthImage> m_truth;
    std::vector<ShownImage> m_images;
    std::vector<PixelProbeResult> m_results;
    int m_shown = 0;
    std::unique_ptr<Job> m_job;
    QButtonGroup *m_choice = nullptr;
    std::vector<Way> m_ways;
    QLabel *m_words = nullptr;
    QLabel *m_place = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_use = nullptr;
    JobStrip *m_strip = nullptr;
};

} // namespace boxwright
